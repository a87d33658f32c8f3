; Net::HTTP.get_response(…)
(call
  receiver: (scope_resolution) @module
  method: (identifier) @method
  arguments: (argument_list) @arguments) @call

; http.request(…), @http.get(…), with_retry(http).request(…)
(call
  receiver: [(identifier) (instance_variable) (class_variable) (global_variable) (call)] @object
  method: (identifier) @method
  arguments: (argument_list) @arguments) @call
