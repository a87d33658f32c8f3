; client = httpx.Client(…), self.client = httpx.Client(…)
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Client"))
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (identifier) @object.class)
  (#eq? @object.class "Client"))

; with httpx.Client() as client:
(as_pattern
  (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  alias: (as_pattern_target (identifier) @object)
  (#eq? @_class "Client"))
(as_pattern
  (call function: (identifier) @object.class)
  alias: (as_pattern_target (identifier) @object)
  (#eq? @object.class "Client"))

; def f(client: httpx.Client), def f(client: httpx.Client = …)
(typed_parameter
  (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Client"))
(typed_parameter (identifier) @object type: (type (identifier) @object.class) (#eq? @object.class "Client"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Client"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (identifier) @object.class)
  (#eq? @object.class "Client"))

; client: httpx.Client, in a class
(assignment
  left: (identifier) @object.member
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Client"))
(assignment
  left: (identifier) @object.member
  type: (type (identifier) @object.class)
  (#eq? @object.class "Client"))

; def __init__(self, client: httpx.Client): self.client = client
(function_definition
  parameters: (parameters
    (typed_parameter
      (identifier) @_parameter
      type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @_class "Client")
  (#eq? @_parameter @_given))
(function_definition
  parameters: (parameters (typed_parameter (identifier) @_parameter type: (type (identifier) @object.class)))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @object.class "Client")
  (#eq? @_parameter @_given))
