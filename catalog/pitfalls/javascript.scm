; TLS verification switched off

((pair key: (_) @name value: (false) @fix) @report
  (#match? @name "^[\"']?rejectUnauthorized[\"']?$")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((assignment_expression
    left: (member_expression property: (property_identifier) @name)
    right: (false) @fix) @report
  (#eq? @name "rejectUnauthorized")
  (#set! pitfall "tls-verification-off")
  (#set! put "true"))

((expression_statement
    (assignment_expression
      left: (_) @name
      right: (_) @value) @report) @fix
  (#match? @name "^process\\.env(\\.NODE_TLS_REJECT_UNAUTHORIZED|\\[[\"']NODE_TLS_REJECT_UNAUTHORIZED[\"']\\])$")
  (#match? @value "^[\"']?0[\"']?$")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))
