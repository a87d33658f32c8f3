; client.get(…).send().await, request.send_with_retry().await
(await_expression
  (call_expression
    function: (field_expression value: (_) @object field: (field_identifier) @method)
    arguments: (arguments) @arguments) @call
  (#eq? @arguments "()"))

; ….send_with_token_refresh(…).await
(await_expression
  (call_expression
    function: (field_expression value: (_) @object field: (field_identifier) @method)
    arguments: (arguments) @arguments) @call
  (#match? @method "^send_with_token_refresh[0-9]*$"))
