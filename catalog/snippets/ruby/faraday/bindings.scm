; conn = Faraday.new(…), @conn ||= Faraday.new(…) do |f| … end
(assignment
  left: [(identifier) (instance_variable) (class_variable) (global_variable) (constant)] @object
  right: (call receiver: (constant) @object.package method: (identifier) @_new)
  (#eq? @_new "new"))
(operator_assignment
  left: [(identifier) (instance_variable) (class_variable) (global_variable) (constant)] @object
  right: (call receiver: (constant) @object.package method: (identifier) @_new)
  (#eq? @_new "new"))

; def conn = Faraday.new(…)
(method
  name: (identifier) @object
  body: (body_statement . (call receiver: (constant) @object.package method: (identifier) @_new) .)
  (#eq? @_new "new"))
(method
  name: (identifier) @object
  body: (body_statement
    .
    (operator_assignment right: (call receiver: (constant) @object.package method: (identifier) @_new))
    .)
  (#eq? @_new "new"))

; Faraday.new { |f| f.request :retry, … }
(assignment
  left: (_) @retrying
  right: (call receiver: (constant) block: (_) @_block)
  (#match? @_block "request[ (]+:retry|[Rr]etry\\w*Middleware"))
(operator_assignment
  left: (_) @retrying
  right: (call receiver: (constant) block: (_) @_block)
  (#match? @_block "request[ (]+:retry|[Rr]etry\\w*Middleware"))
