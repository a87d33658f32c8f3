; TLS verification switched off

((call_expression
    function: (field_expression value: (_) @object field: (field_identifier) @name)
    arguments: (arguments . (boolean_literal) @value .)) @report @fix
  (#any-of? @name "danger_accept_invalid_certs" "danger_accept_invalid_hostnames")
  (#eq? @value "true")
  (#set! pitfall "tls-verification-off")
  (#set! put "{object}"))

; Retry-After read as a number

((call_expression
    function: [
      (generic_function function: (field_expression value: (_) @value field: (field_identifier) @name))
      (field_expression value: (_) @value field: (field_identifier) @name)
    ]) @report
  (#eq? @name "parse")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after"))

; A refresh token sent as the credential

((call_expression
    function: (field_expression field: (field_identifier) @name)
    arguments: (arguments
      . [(identifier) @fix
         (field_expression field: (field_identifier) @fix)
         (reference_expression value: (identifier) @fix)
         (reference_expression value: (field_expression field: (field_identifier) @fix))])) @report
  (#eq? @name "bearer_auth")
  (#match? @fix "^(\\w+_)?refresh_token$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((macro_invocation
    macro: (identifier) @name
    (token_tree
      . (string_literal) @scheme
      (identifier) @fix .)) @report
  (#eq? @name "format")
  (#match? @scheme "^\"(Bearer|Token|JWT) \\{\\}\"$")
  (#match? @fix "^(\\w+_)?refresh_token$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; Loops that may repeat a request

((for_expression
    pattern: (_) @counter
    value: (range_expression (integer_literal) @start)
    body: (block) @body) @loop
  (#set! loop "counted"))

((loop_expression body: (block) @body) @loop
  (#set! loop "while"))

((while_expression condition: (_) body: (block) @body) @loop
  (#set! loop "while"))
