; fetch(…)
(call_expression function: (identifier) @function arguments: (arguments) @arguments) @call

; globalThis.fetch(…)
(call_expression
  function: (member_expression object: (identifier) @module property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call
