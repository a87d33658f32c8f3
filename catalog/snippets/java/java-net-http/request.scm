; What a call says of its request. Run on the call's arguments.
((method_invocation name: (identifier) @method arguments: (argument_list . (_) @body))
  (#any-of? @method "POST" "PUT"))
((method_invocation name: (identifier) @method) (#any-of? @method "GET" "DELETE" "HEAD"))
((method_invocation name: (identifier) @_name arguments: (argument_list . (string_literal (string_fragment) @method)))
  (#eq? @_name "method"))

((method_invocation name: (identifier) @_create arguments: (argument_list . (_) @url)) (#eq? @_create "create"))
((method_invocation
  name: (identifier) @_header
  arguments: (argument_list . (string_literal) @_name . (binary_expression right: (identifier) @token)))
  (#any-of? @_header "header" "setHeader")
  (#match? @_name "^.[Aa]uthorization.$"))
