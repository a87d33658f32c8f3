; resty.New()
(call_expression
  function: (selector_expression operand: (identifier) @module field: (field_identifier) @method)
  arguments: (argument_list) @arguments) @call

; client.R().Get(…), s.client.R().SetBody(…).Post(…), req.Get(…)
(call_expression
  function: (selector_expression operand: [(call_expression) (identifier)] @object field: (field_identifier) @method)
  arguments: (argument_list) @arguments
  (#match? @object "\\bR\\(\\)|^[rR]eq\\w*$")) @call
