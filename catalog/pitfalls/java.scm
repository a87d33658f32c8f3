; TLS verification switched off

((method_declaration name: (identifier) @name body: (block) @body) @report
  (#eq? @name "checkServerTrusted")
  (#match? @body "^\\{(\\s|//[^\\n]*)*\\}$")
  (#set! pitfall "tls-verification-off"))

((method_invocation
    object: (_) @object
    name: (identifier) @name
    arguments: (argument_list . (lambda_expression body: (true)) .)) @report @fix
  (#any-of? @name "hostnameVerifier" "setSSLHostnameVerifier")
  (#set! pitfall "tls-verification-off")
  (#set! put "{object}"))

((expression_statement
    (method_invocation
      name: (identifier) @name
      arguments: (argument_list . (lambda_expression body: (true)) .)) @report) @fix
  (#any-of? @name "setHostnameVerifier" "setDefaultHostnameVerifier")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

((field_access object: (identifier) @class) @report
  (#any-of? @class "NoopHostnameVerifier" "TrustAllStrategy" "InsecureTrustManagerFactory")
  (#set! pitfall "tls-verification-off"))

; Retry-After read as a number

((method_invocation
    object: (identifier) @class
    name: (identifier) @name
    arguments: (argument_list . (_) @value .)) @report @fix
  (#any-of? @class "Integer" "Long")
  (#any-of? @name "parseInt" "parseLong" "valueOf")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((binary_expression
    left: (string_literal) @scheme
    right: [(identifier) @fix
            (field_access field: (identifier) @fix)
            (method_invocation name: (identifier) @fix)]) @report
  (#match? @scheme "^\"(Bearer|Token|JWT) \"$")
  (#match? @fix "^(\\w*[a-z])?[Rr]efreshToken$|^REFRESH_TOKEN$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; Loops that may repeat a request

((for_statement
    init: (local_variable_declaration
      declarator: (variable_declarator name: (identifier) @counter value: (decimal_integer_literal) @start))
    update: (update_expression)
    body: (block) @body) @loop
  (#set! loop "counted"))

((for_statement !init !condition !update body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression (binary_expression left: (identifier) @counter operator: ["<" "<="]))
    body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression [(true) (identifier) (update_expression) (unary_expression) (binary_expression operator: [">" ">=" "!=" "&&"])])
    body: (block) @body) @loop
  (#set! loop "while"))

((do_statement body: (block) @body) @loop
  (#set! loop "while"))
