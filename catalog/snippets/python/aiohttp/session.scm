; session = aiohttp.ClientSession(…), self.session = aiohttp.ClientSession(…)
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "ClientSession"))
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (identifier) @object.class)
  (#eq? @object.class "ClientSession"))

; with aiohttp.ClientSession() as session:
(as_pattern
  (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  alias: (as_pattern_target (identifier) @object)
  (#eq? @_class "ClientSession"))
(as_pattern
  (call function: (identifier) @object.class)
  alias: (as_pattern_target (identifier) @object)
  (#eq? @object.class "ClientSession"))

; def f(session: aiohttp.ClientSession), def f(session: aiohttp.ClientSession = …)
(typed_parameter
  (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "ClientSession"))
(typed_parameter (identifier) @object type: (type (identifier) @object.class) (#eq? @object.class "ClientSession"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "ClientSession"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (identifier) @object.class)
  (#eq? @object.class "ClientSession"))

; session: aiohttp.ClientSession, in a class
(assignment
  left: (identifier) @object.member
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "ClientSession"))
(assignment
  left: (identifier) @object.member
  type: (type (identifier) @object.class)
  (#eq? @object.class "ClientSession"))

; def __init__(self, session: aiohttp.ClientSession): self.session = session
(function_definition
  parameters: (parameters
    (typed_parameter
      (identifier) @_parameter
      type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @_class "ClientSession")
  (#eq? @_parameter @_given))
(function_definition
  parameters: (parameters (typed_parameter (identifier) @_parameter type: (type (identifier) @object.class)))
  body: (block
    (expression_statement
      (assignment left: (attribute attribute: (identifier) @object.member) right: (identifier) @_given)))
  (#eq? @object.class "ClientSession")
  (#eq? @_parameter @_given))

; session = RetryClient(…): the retry of aiohttp_retry
(assignment left: (_) @retrying right: (call function: (_) @_class) (#match? @_class "(RetryClient|RetryingSession\\d*)$"))
(assignment left: (_) @refreshing right: (call function: (_) @_class) (#match? @_class "TokenSession\\d*$"))
