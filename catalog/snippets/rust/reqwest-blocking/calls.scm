; client.get(…).send()?, request.send_with_retry(): what nobody awaits
((_
  (call_expression
    function: (field_expression value: (_) @object field: (field_identifier) @method)
    arguments: (arguments) @arguments) @call) @_around
  (#match? @method "^send(_with_retry[0-9]*)?$")
  (#eq? @arguments "()")
  (#not-match? @_around "\\.\\s*await$"))
(_
  (call_expression
    function: (field_expression value: (_) @object field: (field_identifier) @method)
    arguments: (arguments) @arguments) @call
  (#match? @method "^send_with_token_refresh[0-9]*$"))
