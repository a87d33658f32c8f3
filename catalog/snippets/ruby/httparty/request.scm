; What a call says of its request. Run on the call's arguments.
((pair key: (hash_key_symbol) @_key value: (_) @body) (#eq? @_key "body"))
((pair key: (hash_key_symbol) @_key value: (_) @stream) (#eq? @_key "body_stream"))
((pair key: (_) @_name value: (string (interpolation [(identifier) (constant)] @token))) @credential
  (#match? @_name "^['\":]?[Aa]uthorization"))
