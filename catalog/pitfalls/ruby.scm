; TLS verification switched off

((assignment
    left: (call receiver: (_) @object method: (identifier) @name)
    right: (scope_resolution scope: (_) @module name: (constant) @value) @fix) @report
  (#eq? @name "verify_mode")
  (#not-eq? @object "self")
  (#eq? @value "VERIFY_NONE")
  (#set! pitfall "tls-verification-off")
  (#set! put "{module}::VERIFY_PEER"))

((pair value: (scope_resolution scope: (_) @module name: (constant) @value) @fix) @report
  (#eq? @module "OpenSSL::SSL")
  (#eq? @value "VERIFY_NONE")
  (#set! pitfall "tls-verification-off")
  (#set! put "{module}::VERIFY_PEER"))

((pair key: (_) @name value: (false) @fix) @report
  (#match? @name "^:?(verify|verify_ssl|verify_peer|ssl_verify)$")
  (#set! pitfall "tls-verification-off")
  (#set! needs "\\b(Faraday|HTTParty|RestClient|Typhoeus|Excon|HTTPX)\\b")
  (#set! put "true"))

; Retry-After read as a number

((call receiver: (_) @value method: (identifier) @name !arguments) @report @fix
  (#any-of? @name "to_i" "to_f")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

((call
    !receiver
    method: (_) @name
    arguments: (argument_list . (_) @value)) @report @fix
  (#any-of? @name "Integer" "Float")
  (#set! pitfall "retry-after-as-number")
  (#set! reads "retry-after")
  (#set! put "{helper}({value})"))

; A refresh token sent as the credential

((string
    . (string_content) @scheme
    . (interpolation
        [(identifier) @fix
         (instance_variable) @fix
         (call method: (identifier) @fix)
         (element_reference (simple_symbol) @fix)])) @report
  (#match? @scheme "^(Bearer|Token|JWT) $")
  (#match? @fix "^[@:]?([a-z]\\w*_)?refresh_token$")
  (#set! pitfall "refresh-token-in-authorization")
  (#set! rename "access"))

; A library that is told to repeat POST

((pair
    key: (_) @name
    value: [(array (simple_symbol) @fix @report) (symbol_array (bare_symbol) @fix @report)])
  (#match? @name "^:?methods$")
  (#match? @fix "^:?(post|patch)$")
  (#set! pitfall "post-retried-without-key")
  (#set! needs "\\bretry\\b(?=[\\s\\S]*\\bmax:)|Faraday")
  (#set! put ""))

; Loops that may repeat a request

((call
    receiver: (_) @times
    method: (identifier) @name
    block: [
      (do_block parameters: (block_parameters (identifier) @counter) body: (body_statement) @body)
      (block parameters: (block_parameters (identifier) @counter) body: (block_body) @body)
    ]) @loop
  (#eq? @name "times")
  (#match? @times "^(\\d+|[A-Za-z_]*(attempt|ATTEMPT|retr|RETR|tries|TRIES)\\w*)$")
  (#set! loop "counted")
  (#set! start "0"))

((call
    receiver: (_) @times
    method: (identifier) @name
    block: [
      (do_block !parameters body: (body_statement) @body)
      (block !parameters body: (block_body) @body)
    ]) @loop
  (#eq? @name "times")
  (#match? @times "^(\\d+|[A-Za-z_]*(attempt|ATTEMPT|retr|RETR|tries|TRIES)\\w*)$")
  (#set! loop "counted"))

((call
    !receiver
    method: (identifier) @name
    block: [(do_block body: (body_statement) @body) (block body: (block_body) @body)]) @loop
  (#eq? @name "loop")
  (#set! loop "while"))

((while condition: (_) body: (do) @body) @loop
  (#set! loop "while"))

((until condition: (_) body: (do) @body) @loop
  (#set! loop "while"))

; begin … rescue … retry, and the same of a method
((begin (rescue body: (then) @body)) @loop
  (#set! loop "rescued"))
((body_statement (rescue body: (then) @body)) @loop
  (#set! loop "rescued"))
