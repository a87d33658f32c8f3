; What a call says of its request. Run on the call's arguments.
((argument_list . (string (string_content) @method)) (#match? @method "^[A-Za-z]+$"))

((keyword_argument name: (identifier) @_name value: (_) @body) (#any-of? @_name "content" "data" "files"))

(pair
  key: (string (string_content) @_key)
  value: (string (interpolation expression: (identifier) @token))
  (#match? @_key "^[Aa]uthorization$"))
