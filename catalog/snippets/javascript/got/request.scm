; What a call says of its request. Run on the call's arguments.
(pair key: (_) @_key value: (string (string_fragment) @method) (#match? @_key "^[\"']?method[\"']?$"))

((pair key: (_) @_key value: (_) @body) (#match? @_key "^[\"']?body[\"']?$"))
((shorthand_property_identifier) @body (#eq? @body "body"))

(pair
  key: (_) @_key
  value: (template_string (template_substitution (identifier) @token))
  (#match? @_key "^[\"']?[Aa]uthorization[\"']?$"))

((pair key: (_) @_key value: (_) @url) (#match? @_key "^[\"']?prefixUrl[\"']?$"))

; The library's own retry
((pair key: (property_identifier) @_retry value: (_) @_times) @retries
  (#eq? @_retry "retry")
  (#not-any-of? @_times "0" "false"))
