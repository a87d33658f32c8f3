; TLS verification switched off

((command name: (command_name) @name argument: (word) @fix) @report
  (#eq? @name "curl")
  (#any-of? @fix "-k" "--insecure")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

((command name: (command_name) @name argument: (word) @fix) @report
  (#eq? @name "curl")
  (#match? @fix "^-[fgijlsvGILNORSq]*k[fgijlsvGILNORSq]*$")
  (#not-eq? @fix "-k")
  (#set! pitfall "tls-verification-off")
  (#set! without "k"))

((command name: (command_name) @name argument: (word) @fix) @report
  (#eq? @name "wget")
  (#eq? @fix "--no-check-certificate")
  (#set! pitfall "tls-verification-off")
  (#set! put ""))

; A refresh token sent as the credential

((command
    argument: (string
      (string_content) @scheme
      . [(simple_expansion (variable_name) @fix) (expansion (variable_name) @fix)])) @report
  (#match? @scheme "(Bearer|Token|JWT) $")
  (#match? @fix "^([A-Za-z_]+_)?(REFRESH_TOKEN|refresh_token)$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; curl that is told to repeat POST

((command name: (command_name) @fix argument: (word) @flag) @report
  (#eq? @fix "curl")
  (#match? @flag "^--retry(=|$)")
  (#match? @report "\\s(-d|--data(-\\w+)?|--json|-F|--form)\\b|(-X|--request)[ =]?[\"']?(POST|PATCH)\\b")
  (#not-match? @report "(-X|--request)[ =]?[\"']?(PUT|GET|DELETE)\\b|\\s(-G|--get|-I|-T)\\b")
  (#set! pitfall "post-retried-without-key")
  (#set! put "curl -H \"Idempotency-Key: $(uuidgen)\""))

; Loops that may repeat a request

((for_statement variable: (variable_name) @counter body: (do_group) @body) @loop
  (#match? @loop "^for \\w+ in (\\d|\\{\\d|\\$\\(seq|`seq)")
  (#set! loop "counted"))

((c_style_for_statement body: (do_group) @body) @loop
  (#set! loop "counted"))

((while_statement body: (do_group) @body) @loop
  (#set! loop "while"))
