; request(…), retrying(request)(…)
(call_expression function: (identifier) @function arguments: (arguments) @arguments) @call
(call_expression function: (call_expression) @object arguments: (arguments) @arguments) @call

; undici.request(…)
(call_expression
  function: (member_expression object: (identifier) @module property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call
