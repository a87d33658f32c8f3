; Requests that are built before they are sent: the chain of calls that ends in build().
(variable_declarator
  name: (identifier) @request
  value: (method_invocation name: (identifier) @_build) @chain
  (#eq? @_build "build"))
(assignment_expression
  left: (identifier) @request
  right: (method_invocation name: (identifier) @_build) @chain
  (#eq? @_build "build"))
