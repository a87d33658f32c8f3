; TLS verification switched off

((assignment_expression
    left: (_) @name
    right: [(lambda_expression body: (boolean_literal) @value) (member_access_expression name: (identifier) @value)]) @report @fix
  (#match? @name "(ServerCertificateCustomValidationCallback|ServerCertificateValidationCallback|RemoteCertificateValidationCallback)$")
  (#any-of? @value "true" "DangerousAcceptAnyServerCertificateValidator")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

; Retry-After read as a number

((invocation_expression
    function: (_) @function
    arguments: (argument_list . (argument (_) @value) .)) @report @fix
  (#any-of? @function "int.Parse" "Int32.Parse" "long.Parse" "Convert.ToInt32" "Convert.ToInt64")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((object_creation_expression
    type: (_) @class
    arguments: (argument_list
      . (argument (string_literal) @scheme)
      . (argument [(identifier) @fix (member_access_expression name: (identifier) @fix)]))) @report
  (#match? @class "AuthenticationHeaderValue$")
  (#match? @scheme "^\"(Bearer|Token|JWT)\"$")
  (#match? @fix "^_?(\\w*[a-z])?[Rr]efreshToken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((interpolated_string_expression
    (string_content) @scheme
    . (interpolation [(identifier) @fix (member_access_expression name: (identifier) @fix)])) @report
  (#match? @scheme "^(Bearer|Token|JWT) $")
  (#match? @fix "^_?(\\w*[a-z])?[Rr]efreshToken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((binary_expression
    left: (string_literal) @scheme
    right: [(identifier) @fix (member_access_expression name: (identifier) @fix)]) @report
  (#match? @scheme "^\"(Bearer|Token|JWT) \"$")
  (#match? @fix "^_?(\\w*[a-z])?[Rr]efreshToken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; Loops that may repeat a request

((for_statement
    initializer: (variable_declaration (variable_declarator name: (identifier) @counter (integer_literal) @start))
    update: (_)
    body: (block) @body) @loop
  (#set! loop "counted"))

((for_statement !initializer !condition !update body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (binary_expression left: (identifier) @counter operator: ["<" "<="])
    body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: [(boolean_literal) (identifier) (postfix_unary_expression) (prefix_unary_expression) (binary_expression operator: [">" ">=" "!=" "&&"])]
    body: (block) @body) @loop
  (#set! loop "while"))

((do_statement body: (block) @body) @loop
  (#set! loop "while"))
