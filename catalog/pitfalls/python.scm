; TLS verification switched off

((keyword_argument name: (identifier) @name value: (false)) @report @fix
  (#eq? @name "verify")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\b(requests|httpx)\\b")
  (#set! put ""))

((keyword_argument name: (identifier) @name value: (false)) @report @fix
  (#any-of? @name "ssl" "verify_ssl")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\baiohttp\\b")
  (#set! put ""))

((assignment
    left: (attribute object: (_) @object attribute: (identifier) @name)
    right: (false) @fix) @report
  (#eq? @name "verify")
  (#match? @object "([Ss]ession|[Cc]lient|^s)$")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\b(requests|httpx)\\b")
  (#set! put "True"))

((assignment
    left: (attribute object: (_) @object attribute: (identifier) @name)
    right: (false) @fix) @report
  (#eq? @name "check_hostname")
  (#not-eq? @object "self")
  (#set! unless "cert_reqs|server_hostname|assert_hostname|server_side|TLS_SERVER|CLIENT_AUTH")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\bimport ssl\\b|\\bssl\\.")
  (#set! put "True"))

((assignment
    left: (attribute object: (_) @object attribute: (identifier) @name)
    right: (attribute object: (_) @module attribute: (identifier) @value) @fix) @report
  (#eq? @name "verify_mode")
  (#not-eq? @object "self")
  (#set! unless "cert_reqs|server_side|TLS_SERVER|CLIENT_AUTH")
  (#eq? @value "CERT_NONE")
  (#set! pitfall "tls-verification-off")
  (#set! put "{module}.CERT_REQUIRED"))

((keyword_argument
    name: (identifier) @name
    value: (attribute object: (_) @module attribute: (identifier) @value) @fix) @report
  (#eq? @name "cert_reqs")
  (#eq? @value "CERT_NONE")
  (#set! pitfall "tls-verification-off")
  (#set! put "{module}.CERT_REQUIRED"))

((keyword_argument name: (identifier) @name value: (string) @value) @report @fix
  (#eq? @name "cert_reqs")
  (#match? @value "^.CERT_NONE.$")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

((call function: (attribute object: (_) @module attribute: (identifier) @name)) @report @fix
  (#eq? @module "ssl")
  (#eq? @name "_create_unverified_context")
  (#set! pitfall "tls-verification-off")
  (#set! put "{module}.create_default_context()"))

((expression_statement
    (assignment
      left: (attribute attribute: (identifier) @name)
      right: (attribute attribute: (identifier) @value)) @report) @fix
  (#eq? @name "_create_default_https_context")
  (#eq? @value "_create_unverified_context")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

; Retry-After read as a number

((call
    function: (identifier) @function
    arguments: (argument_list . (_) @value .)) @report @fix
  (#any-of? @function "int" "float")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((string
    (string_content) @scheme
    . (interpolation
        [(identifier) @fix
         (attribute attribute: (identifier) @fix)
         (subscript subscript: (string) @fix)])) @report
  (#match? @scheme "^(Bearer|Token|JWT) $")
  (#match? @fix "^[\"']?([a-z]\\w*_)?refresh(_token)?[\"']?$|^REFRESH_TOKEN$")
  (#match? @fix "(?:^[\"']?|_)(refresh_token|REFRESH_TOKEN)[\"']?$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((binary_operator
    left: (string) @scheme
    operator: ["+" "%"]
    right: [(identifier) @fix
            (attribute attribute: (identifier) @fix)
            (subscript subscript: (string) @fix)]) @report
  (#match? @scheme "^.(Bearer|Token|JWT) (%s)?.$")
  (#match? @fix "^[\"']?([a-z]\\w*_)?refresh_token[\"']?$|^REFRESH_TOKEN$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((call
    function: (attribute object: (string) @scheme attribute: (identifier) @format)
    arguments: (argument_list
      . [(identifier) @fix
         (attribute attribute: (identifier) @fix)
         (subscript subscript: (string) @fix)] .)) @report
  (#eq? @format "format")
  (#match? @scheme "^.(Bearer|Token|JWT) \\{\\}.$")
  (#match? @fix "^[\"']?([a-z]\\w*_)?refresh_token[\"']?$|^REFRESH_TOKEN$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; A library that is told to repeat POST

((call
    function: (_) @class
    arguments: (argument_list
      (keyword_argument name: (identifier) @name value: [(none) (false)]) @report @fix))
  (#match? @class "\\bRetry$")
  (#any-of? @name "allowed_methods" "method_whitelist")
  (#set! pitfall "post-retried-without-key")
  (#set! needs "\\.(post|patch)\\(|[\"'](POST|PATCH)[\"']")
  (#set! put ""))

((call
    function: (_) @class
    arguments: (argument_list
      (keyword_argument
        name: (identifier) @name
        value: [
          (_ (string) @fix @report)
          (call arguments: (argument_list (_ (string) @fix @report)))
        ])))
  (#match? @class "\\bRetry$")
  (#any-of? @name "allowed_methods" "method_whitelist")
  (#match? @fix "^.(POST|PATCH).$")
  (#set! pitfall "post-retried-without-key")
  (#set! put ""))

; Loops that may repeat a request

((for_statement
    left: (identifier) @counter
    right: (call function: (identifier) @range arguments: (argument_list . [(integer) (identifier) (attribute) (binary_operator)] .))
    body: (block) @body) @loop
  (#eq? @range "range")
  (#set! loop "counted")
  (#set! start "0"))

((for_statement
    left: (identifier) @counter
    right: (call function: (identifier) @range arguments: (argument_list . (integer) @start . [(integer) (identifier) (attribute) (binary_operator)] .))
    body: (block) @body) @loop
  (#eq? @range "range")
  (#set! loop "counted"))

((while_statement condition: [(true) (integer)] body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (comparison_operator . (identifier) @counter operators: ["<" "<="])
    body: (block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: [(not_operator) (identifier) (comparison_operator operators: [">" ">=" "!="]) (boolean_operator)]
    body: (block) @body) @loop
  (#set! loop "while"))
