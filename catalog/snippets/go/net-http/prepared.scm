; Requests that are made before they are sent.
(short_var_declaration
  left: (expression_list . (identifier) @request)
  right: (expression_list
    (call_expression
      function: (selector_expression field: (field_identifier) @_new)
      arguments: (argument_list . [(interpreted_string_literal) (selector_expression)] @method . (_) @url . (_) @body)))
  (#eq? @_new "NewRequest"))
(assignment_statement
  left: (expression_list . (identifier) @request)
  right: (expression_list
    (call_expression
      function: (selector_expression field: (field_identifier) @_new)
      arguments: (argument_list . [(interpreted_string_literal) (selector_expression)] @method . (_) @url . (_) @body)))
  (#eq? @_new "NewRequest"))
(short_var_declaration
  left: (expression_list . (identifier) @request)
  right: (expression_list
    (call_expression
      function: (selector_expression field: (field_identifier) @_new)
      arguments: (argument_list . (_) . [(interpreted_string_literal) (selector_expression)] @method . (_) @url . (_) @body)))
  (#eq? @_new "NewRequestWithContext"))
(assignment_statement
  left: (expression_list . (identifier) @request)
  right: (expression_list
    (call_expression
      function: (selector_expression field: (field_identifier) @_new)
      arguments: (argument_list . (_) . [(interpreted_string_literal) (selector_expression)] @method . (_) @url . (_) @body)))
  (#eq? @_new "NewRequestWithContext"))

; req.Method = "POST"
(assignment_statement
  left: (expression_list (selector_expression operand: (identifier) @request field: (field_identifier) @_field))
  right: (expression_list [(interpreted_string_literal) (selector_expression)] @method)
  (#eq? @_field "Method"))

; req.Header.Set("Authorization", "Bearer "+token)
(call_expression
  function: (selector_expression
    operand: (selector_expression operand: (identifier) @request field: (field_identifier) @_header)
    field: (field_identifier) @_set)
  arguments: (argument_list
    . (interpreted_string_literal) @_name
    . (binary_expression right: (identifier) @token))
  (#eq? @_header "Header")
  (#any-of? @_set "Set" "Add")
  (#match? @_name "^.[Aa]uthorization.$"))
