; TLS verification switched off

((keyed_element
    . (literal_element (identifier) @name)
    (literal_element (true) @fix)) @report
  (#eq? @name "InsecureSkipVerify")
  (#set! pitfall "tls-verification-off")
  (#set! unless "VerifyPeerCertificate|VerifyConnection")
  (#set! put "false"))

((assignment_statement
    left: (expression_list (selector_expression field: (field_identifier) @name))
    right: (expression_list (true) @fix)) @report
  (#eq? @name "InsecureSkipVerify")
  (#set! pitfall "tls-verification-off")
  (#set! unless "VerifyPeerCertificate|VerifyConnection")
  (#set! put "false"))

; Retry-After read as a number

((call_expression
    function: (selector_expression) @function
    arguments: (argument_list . (_) @value .)) @report @fix
  (#eq? @function "strconv.Atoi")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

((call_expression
    function: (selector_expression) @function
    arguments: (argument_list . (_) @value)) @report
  (#any-of? @function "strconv.ParseInt" "strconv.ParseFloat" "strconv.ParseUint" "time.ParseDuration")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after"))

; A refresh token sent as the credential

((binary_expression
    left: (interpreted_string_literal) @scheme
    right: [(identifier) @fix (selector_expression field: (field_identifier) @fix)]) @report
  (#match? @scheme "^\"(Bearer|Token|JWT) \"$")
  (#match? @fix "^(\\w*[a-z])?[Rr]efresh_?[Tt]oken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((call_expression
    function: (selector_expression) @function
    arguments: (argument_list
      . (interpreted_string_literal) @scheme
      . [(identifier) @fix (selector_expression field: (field_identifier) @fix)] .)) @report
  (#eq? @function "fmt.Sprintf")
  (#match? @scheme "^\"(Bearer|Token|JWT) %[sv]\"$")
  (#match? @fix "^(\\w*[a-z])?[Rr]efresh_?[Tt]oken$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; A library that repeats POST by itself

((call_expression function: (selector_expression) @function) @report
  (#any-of? @function "retryablehttp.Post" "retryablehttp.PostForm")
  (#set! pitfall "post-retried-without-key"))

((call_expression
    function: (selector_expression) @function
    arguments: (argument_list (_) @method)) @report
  (#any-of? @function "retryablehttp.NewRequest" "retryablehttp.NewRequestWithContext")
  (#match? @method "^(\"(POST|PATCH)\"|http\\.Method(Post|Patch))$")
  (#set! pitfall "post-retried-without-key"))

; Loops that may repeat a request

((for_statement
    (for_clause
      initializer: (short_var_declaration
        left: (expression_list (identifier) @counter)
        right: (expression_list (int_literal) @start))
      update: (inc_statement))
    body: (block) @body) @loop
  (#set! loop "counted"))

((for_statement . body: (block) @body) @loop
  (#set! loop "while"))

((for_statement
    . (binary_expression left: (identifier) @counter operator: ["<" "<="])
    body: (block) @body) @loop
  (#set! loop "while"))
