; client = {package}.{class}(…), self.client = {package}.{class}(…)
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "{class}"))
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (identifier) @object.class)
  (#eq? @object.class "{class}"))

; with {package}.{class}() as client:
(as_pattern
  (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  alias: (as_pattern_target (identifier) @object)
  (#eq? @_class "{class}"))
(as_pattern
  (call function: (identifier) @object.class)
  alias: (as_pattern_target (identifier) @object)
  (#eq? @object.class "{class}"))

; def f(client: {package}.{class}), def f(client: {package}.{class} = …)
(typed_parameter
  (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "{class}"))
(typed_parameter (identifier) @object type: (type (identifier) @object.class) (#eq? @object.class "{class}"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "{class}"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (identifier) @object.class)
  (#eq? @object.class "{class}"))

; client: {package}.{class}, in a class
(assignment
  left: (identifier) @object.member
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "{class}"))
(assignment
  left: (identifier) @object.member
  type: (type (identifier) @object.class)
  (#eq? @object.class "{class}"))

; def __init__(self, client: {package}.{class}): self.client = client
(function_definition
  parameters: (parameters
    (typed_parameter
      (identifier) @_parameter
      type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @_class "{class}")
  (#eq? @_parameter @_given))
(function_definition
  parameters: (parameters (typed_parameter (identifier) @_parameter type: (type (identifier) @object.class)))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @object.class "{class}")
  (#eq? @_parameter @_given))
