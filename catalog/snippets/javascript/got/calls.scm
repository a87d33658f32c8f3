; got(…), api(…)
(call_expression function: (identifier) @function arguments: (arguments) @arguments) @call

; got.extend(retryingGot)(…)
(call_expression function: (call_expression) @object arguments: (arguments) @arguments) @call

; got.get(…)
(call_expression
  function: (member_expression object: (identifier) @module property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call

; api.get(…), this.api.get(…), got.extend(retryingGot).get(…)
(call_expression
  function: (member_expression
    object: [(identifier) (member_expression) (call_expression)] @object
    property: (property_identifier) @method)
  arguments: (arguments) @arguments) @call
