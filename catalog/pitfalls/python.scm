; TLS verification switched off

((keyword_argument name: (identifier) @name value: (false)) @report @fix
  (#eq? @name "verify")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\b(requests|httpx)\\b")
  (#set! put ""))

((assignment
    left: (attribute object: (_) @object attribute: (identifier) @name)
    right: (false) @fix) @report
  (#eq? @name "verify")
  (#match? @object "([Ss]ession|[Cc]lient)$")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\b(requests|httpx)\\b")
  (#set! put "True"))
