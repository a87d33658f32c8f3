; What a chain of calls says of its request.
((call_expression
  function: [(field_expression field: (field_identifier) @method) (scoped_identifier name: (identifier) @method)]
  arguments: (arguments . (_) @url))
  (#any-of? @method "get" "post" "put" "patch" "delete" "head"))
((call_expression
  function: [(field_expression field: (field_identifier) @_request) (scoped_identifier name: (identifier) @_request)]
  arguments: (arguments . (string_literal) @method . (_) @url))
  (#eq? @_request "request"))

; .set("Authorization", &format!("Bearer {token}"))
((call_expression
  function: (field_expression field: (field_identifier) @_set)
  arguments: (arguments . (string_literal) @_name . (reference_expression (identifier) @token)))
  (#eq? @_set "set")
  (#match? @_name "^.[Aa]uthorization.$"))
