; What a chain of calls says of its request.
((call_expression
  function: (field_expression field: (field_identifier) @method)
  arguments: (arguments . (_) @url))
  (#any-of? @method "get" "post" "put" "patch" "delete" "head"))
((call_expression
  function: (field_expression field: (field_identifier) @_request)
  arguments: (arguments . (scoped_identifier name: (identifier) @method) . (_) @url))
  (#eq? @_request "request"))

((call_expression
  function: (field_expression field: (field_identifier) @_auth)
  arguments: (arguments . (identifier) @token))
  (#eq? @_auth "bearer_auth"))

; Bodies that can be read only once
((field_identifier) @stream (#eq? @stream "multipart"))
((scoped_identifier name: (identifier) @stream) (#eq? @stream "wrap_stream"))
