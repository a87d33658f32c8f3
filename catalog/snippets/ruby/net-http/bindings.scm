; http = Net::HTTP.new(…), @http = Net::HTTP.start(…)
(assignment
  left: [(identifier) (instance_variable) (class_variable) (global_variable)] @object
  right: (call receiver: (scope_resolution) @object.package method: (identifier) @_new)
  (#any-of? @_new "new" "start"))
(operator_assignment
  left: [(identifier) (instance_variable) (class_variable) (global_variable)] @object
  right: (call receiver: (scope_resolution) @object.package method: (identifier) @_new)
  (#any-of? @_new "new" "start"))

; Net::HTTP.start(…) do |http|, Net::HTTP.start(…) { |http| … }
(call
  receiver: (scope_resolution) @object.package
  method: (identifier) @_start
  block: (_ parameters: (block_parameters . (identifier) @object))
  (#eq? @_start "start"))
