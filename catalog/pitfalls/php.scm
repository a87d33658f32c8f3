; TLS verification switched off

((function_call_expression
    function: (name) @function
    arguments: (arguments
      (argument (name) @option)
      . (argument [(boolean) (integer)] @fix))) @report
  (#eq? @function "curl_setopt")
  (#eq? @option "CURLOPT_SSL_VERIFYPEER")
  (#match? @fix "^([Ff]alse|FALSE|0)$")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((function_call_expression
    function: (name) @function
    arguments: (arguments
      (argument (name) @option)
      . (argument [(boolean) (integer)] @fix))) @report
  (#eq? @function "curl_setopt")
  (#eq? @option "CURLOPT_SSL_VERIFYHOST")
  (#match? @fix "^([Ff]alse|FALSE|0)$")
  (#set! pitfall "tls-verification-off")
  (#set! put "2"))

((array_element_initializer . (name) @option . [(boolean) (integer)] @fix) @report
  (#eq? @option "CURLOPT_SSL_VERIFYPEER")
  (#match? @fix "^([Ff]alse|FALSE|0)$")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((array_element_initializer . (name) @option . [(boolean) (integer)] @fix) @report
  (#eq? @option "CURLOPT_SSL_VERIFYHOST")
  (#match? @fix "^([Ff]alse|FALSE|0)$")
  (#set! pitfall "tls-verification-off")
  (#set! put "2"))

((array_element_initializer . [(string) (encapsed_string)] @option . (boolean) @fix) @report
  (#match? @option "^.(verify|verify_peer|verify_peer_name).$")
  (#match? @fix "^([Ff]alse|FALSE)$")
  (#set! pitfall "tls-verification-off")
  (#set! needs "GuzzleHttp|\\bHttp::|HttpClient|stream_context_create")
  (#set! put "true"))

((member_call_expression object: (_) @object name: (name) @name) @report @fix
  (#eq? @name "withoutVerifying")
  (#set! pitfall "tls-verification-off")
  (#set! put "{object}"))

((scoped_call_expression scope: (_) @class name: (name) @name) @report
  (#eq? @name "withoutVerifying")
  (#set! pitfall "tls-verification-off"))

; Retry-After read as a number

((cast_expression type: (cast_type) @type value: (_) @value) @report @fix
  (#match? @type "^(int|integer|float)$")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

((function_call_expression
    function: (name) @function
    arguments: (arguments . (argument (_) @value))) @report @fix
  (#any-of? @function "intval" "floatval")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((binary_expression
    left: [(string) (encapsed_string)] @scheme
    operator: "."
    right: [
      (variable_name (name) @fix)
      (member_access_expression name: (name) @fix)
      (subscript_expression (string (string_content) @fix))
    ]) @report
  (#match? @scheme "(Bearer|Token|JWT) .$")
  (#match? @fix "^([a-z]\\w*)?[Rr]efresh_?[Tt]oken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((encapsed_string
    . (string_content) @scheme
    . [
      (variable_name (name) @fix)
      (member_access_expression name: (name) @fix)
      (subscript_expression (string (string_content) @fix))
    ]) @report
  (#match? @scheme "(Bearer|Token|JWT) $")
  (#match? @fix "^([a-z]\\w*)?[Rr]efresh_?[Tt]oken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; Loops that may repeat a request

((for_statement
    initialize: (assignment_expression left: (variable_name) @counter right: (integer) @start)
    update: (update_expression)
    body: (compound_statement) @body) @loop
  (#set! loop "counted"))

((for_statement !initialize !condition !update body: (compound_statement) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression (binary_expression left: (variable_name) @counter operator: ["<" "<="]))
    body: (compound_statement) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression [(boolean) (integer) (variable_name) (update_expression) (unary_op_expression) (binary_expression operator: [">" ">=" "!=" "!==" "&&"])])
    body: (compound_statement) @body) @loop
  (#set! loop "while"))

((do_statement body: (compound_statement) @body) @loop
  (#set! loop "while"))
