; What a call says of its request. Run on the call's arguments, or on the chain that built it.
((method_invocation name: (identifier) @method arguments: (argument_list . (_) @body))
  (#any-of? @method "post" "put" "patch"))
((method_invocation name: (identifier) @method) (#any-of? @method "get" "delete" "head"))
((method_invocation
  name: (identifier) @_name
  arguments: (argument_list . (string_literal (string_fragment) @method) . (_) @body))
  (#eq? @_name "method"))

((method_invocation name: (identifier) @_url arguments: (argument_list . (_) @url)) (#eq? @_url "url"))
((method_invocation
  name: (identifier) @_header
  arguments: (argument_list . (string_literal) @_name . (binary_expression right: (identifier) @token)))
  (#any-of? @_header "header" "addHeader")
  (#match? @_name "^.[Aa]uthorization.$"))
