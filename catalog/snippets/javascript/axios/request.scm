; What a call says of its request. Run on the call's arguments.
(pair key: (_) @_key value: (string (string_fragment) @method) (#match? @_key "^[\"']?method[\"']?$"))

((pair key: (_) @_key value: (_) @body) (#match? @_key "^[\"']?data[\"']?$"))
((shorthand_property_identifier) @body (#eq? @body "data"))
(arguments . (_) . [(call_expression) (new_expression) (identifier) (member_expression)] @body)

(pair
  key: (_) @_key
  value: (template_string (template_substitution (identifier) @token))
  (#match? @_key "^[\"']?[Aa]uthorization[\"']?$"))

((pair key: (_) @_key value: (_) @url) (#match? @_key "^[\"']?(url|baseURL)[\"']?$"))
