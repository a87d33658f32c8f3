; Faraday.get(…), Faraday.new(…)
(call
  receiver: (constant) @module
  method: (identifier) @method
  arguments: (argument_list) @arguments) @call

; conn.get(…), @conn.post(…), with_retry(conn).get(…)
(call
  receiver: [(identifier) (instance_variable) (class_variable) (global_variable) (call)] @object
  method: (identifier) @method
  arguments: (argument_list) @arguments) @call
