; What a call says of its request. Run on the call's arguments, or on those of the request that was made before.
((keyword_argument name: (identifier) @_name value: (string (string_content) @method)) (#eq? @_name "method"))
((keyword_argument name: (identifier) @_name value: (_) @body) (#eq? @_name "data"))

(pair
  key: (string (string_content) @_key)
  value: (string (interpolation expression: (identifier) @token))
  (#match? @_key "^[Aa]uthorization$"))
