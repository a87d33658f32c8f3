; What a call says of its request: exchange(url, HttpMethod.PUT, …). Run on the call's arguments.
((argument_list . (_) . (field_access object: (identifier) @_method field: (identifier)) @method)
  (#eq? @_method "HttpMethod"))
((argument_list . (field_access object: (identifier) @_method field: (identifier)) @method)
  (#eq? @_method "HttpMethod"))
((argument_list . (string_literal) @url))
((argument_list . (binary_expression) @url))
