; http.Get(…)
(call_expression
  function: (selector_expression operand: (identifier) @module field: (field_identifier) @method)
  arguments: (argument_list) @arguments) @call

; client.Do(…), c.client.Do(…), http.DefaultClient.Do(…), withRetry(client).Do(…)
(call_expression
  function: (selector_expression
    operand: [(identifier) (selector_expression) (call_expression)] @object
    field: (field_identifier) @method)
  arguments: (argument_list) @arguments) @call
