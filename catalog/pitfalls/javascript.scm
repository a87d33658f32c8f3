; JavaScript and TypeScript: only nodes that both grammars have.

; TLS verification switched off

((pair key: (_) @name value: (false) @fix) @report
  (#match? @name "^[\"']?(rejectUnauthorized|strictSSL)[\"']?$")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((assignment_expression
    left: (member_expression property: (property_identifier) @name)
    right: (false) @fix) @report
  (#eq? @name "rejectUnauthorized")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((expression_statement
    (assignment_expression left: (_) @name right: (_) @value) @report) @fix
  (#match? @name "^process\\.env(\\.NODE_TLS_REJECT_UNAUTHORIZED|\\[[\"']NODE_TLS_REJECT_UNAUTHORIZED[\"']\\])$")
  (#match? @value "^[\"']?0[\"']?$")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

; Retry-After read as a number

((call_expression
    function: [(identifier) (member_expression)] @function
    arguments: (arguments . (_) @value)) @report @fix
  (#any-of? @function "Number" "parseInt" "parseFloat" "Number.parseInt" "Number.parseFloat")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

((unary_expression operator: "+" argument: (_) @value) @report @fix
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((template_string
    . (string_fragment) @scheme
    . (template_substitution
        [(identifier) @fix (member_expression property: (property_identifier) @fix)])) @report
  (#match? @scheme "^(Bearer|Token|JWT) $")
  (#match? @fix "^([a-z]\\w*)?[Rr]efresh_?[Tt]oken$|^REFRESH_TOKEN$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

((binary_expression
    left: (string) @scheme
    operator: "+"
    right: [(identifier) @fix (member_expression property: (property_identifier) @fix)]) @report
  (#match? @scheme "^.(Bearer|Token|JWT) .$")
  (#match? @fix "^([a-z]\\w*)?[Rr]efresh_?[Tt]oken$|^REFRESH_TOKEN$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; A library that is told to repeat POST

((pair
    key: (_) @option
    value: (object
      (pair key: (_) @name value: (array (string) @fix @report)))) 
  (#match? @option "^[\"']?retry")
  (#match? @name "^[\"']?methods[\"']?$")
  (#match? @fix "^.(POST|PATCH|post|patch).$")
  (#set! pitfall "post-retried-without-key")
  (#set! put ""))

((new_expression
    constructor: (_) @class
    arguments: (arguments
      (object (pair key: (_) @name value: (array (string) @fix @report)))))
  (#match? @class "Retry(Agent|Handler)$")
  (#match? @name "^[\"']?methods[\"']?$")
  (#match? @fix "^.(POST|PATCH).$")
  (#set! pitfall "post-retried-without-key")
  (#set! put ""))

((pair
    key: (_) @name
    value: (arrow_function body: [(true) (statement_block . (return_statement (true)) .)])) @report @fix
  (#match? @name "^[\"']?retryCondition[\"']?$")
  (#set! pitfall "post-retried-without-key")
  (#set! needs "axios-?retry(?=[\\s\\S]*(\\.(post|patch)\\b|[\"'](POST|PATCH)[\"']))")
  (#set! put ""))

; Loops that may repeat a request

((for_statement
    initializer: (lexical_declaration (variable_declarator name: (identifier) @counter value: (number) @start))
    increment: (update_expression operator: "++")
    body: (statement_block) @body) @loop
  (#set! loop "counted"))

((for_statement initializer: (empty_statement) body: (statement_block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression (binary_expression left: (identifier) @counter operator: ["<" "<="]))
    body: (statement_block) @body) @loop
  (#set! loop "while"))

((while_statement
    condition: (parenthesized_expression [(true) (number) (identifier) (update_expression) (unary_expression) (binary_expression operator: [">" ">=" "!==" "!=" "&&"])])
    body: (statement_block) @body) @loop
  (#set! loop "while"))

((do_statement body: (statement_block) @body) @loop
  (#set! loop "while"))
