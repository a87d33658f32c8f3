; axios(…)
(call_expression function: (identifier) @function arguments: (arguments) @arguments) @call

; axios.get(…)
(call_expression
  function: (member_expression object: (identifier) @module property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call

; api.get(…), this.api.get(…)
(call_expression
  function: (member_expression object: [(identifier) (member_expression)] @object property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call
