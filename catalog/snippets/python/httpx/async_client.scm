; client = httpx.AsyncClient(…), self.client = httpx.AsyncClient(…)
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "AsyncClient"))
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (identifier) @object.class)
  (#eq? @object.class "AsyncClient"))

; with httpx.AsyncClient() as client:
(as_pattern
  (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  alias: (as_pattern_target (identifier) @object)
  (#eq? @_class "AsyncClient"))
(as_pattern
  (call function: (identifier) @object.class)
  alias: (as_pattern_target (identifier) @object)
  (#eq? @object.class "AsyncClient"))

; def f(client: httpx.AsyncClient), def f(client: httpx.AsyncClient = …)
(typed_parameter
  (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "AsyncClient"))
(typed_parameter (identifier) @object type: (type (identifier) @object.class) (#eq? @object.class "AsyncClient"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "AsyncClient"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (identifier) @object.class)
  (#eq? @object.class "AsyncClient"))

; client: httpx.AsyncClient, in a class
(assignment
  left: (identifier) @object.member
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "AsyncClient"))
(assignment
  left: (identifier) @object.member
  type: (type (identifier) @object.class)
  (#eq? @object.class "AsyncClient"))

; def __init__(self, client: httpx.AsyncClient): self.client = client
(function_definition
  parameters: (parameters
    (typed_parameter
      (identifier) @_parameter
      type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @_class "AsyncClient")
  (#eq? @_parameter @_given))
(function_definition
  parameters: (parameters (typed_parameter (identifier) @_parameter type: (type (identifier) @object.class)))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @object.class "AsyncClient")
  (#eq? @_parameter @_given))
