; What a call says of its request. Run on the whole command.
((command (word) @_option . (_) @method) (#match? @_option "^(-[a-zA-Z]*X|--request)$") (#match? @method "^[\"']?[A-Za-z]+[\"']?$"))
((command (word) @method.get) (#match? @method.get "^(-[a-zA-Z]*G|--get|-XGET)$"))
((command (word) @method.head) (#match? @method.head "^(-[a-zA-Z]*I|--head)$"))
((command (word) @method.post) (#eq? @method.post "-XPOST"))
((command (word) @method.put) (#eq? @method.put "-XPUT"))
((command (word) @method.patch) (#eq? @method.patch "-XPATCH"))
((command (word) @method.delete) (#eq? @method.delete "-XDELETE"))
((command (word) @implied.post) (#match? @implied.post "^(-[a-zA-Z]*[dF]|--data|--data-raw|--data-binary|--data-ascii|--data-urlencode|--json|--form|--form-string)$"))
((command (word) @implied.put) (#match? @implied.put "^(-[a-zA-Z]*T|--upload-file)$"))

((command [(word) (string) (raw_string)] @url) (#match? @url "^[\"']?(https?://|[$][{]?[A-Z_]*(URL|BASE|API|ORIGIN|HOST|ENDPOINT|SERVER)[A-Z_]*[}]?)"))

; Standard input can be read only once.
((command [(word) (string) (raw_string)] @stream) (#match? @stream "^[\"']?([^ ]*=)?@-[\"']?$"))
((command (word) @_option . (_) @stream)
  (#match? @_option "^(-[a-zA-Z]*[TK]|--upload-file|--config)$")
  (#match? @stream "^[\"']?-[\"']?$"))

; curl's own retry
((command (word) @retries) (#match? @retries "^--retry(=|$)"))

; -H "Authorization: Bearer $TOKEN"
((command
  (word) @credential.option
  . (string (string_content) @_field [(simple_expansion (variable_name) @token) (expansion (variable_name) @token)]) @credential)
  (#any-of? @credential.option "-H" "--header")
  (#match? @_field "^[Aa]uthorization: *[Bb]earer "))
((command (word) @credential.option . [(string) (raw_string) (word)] @credential)
  (#any-of? @credential.option "-H" "--header")
  (#match? @credential "^[\"']?[Aa]uthorization: *[Bb]earer "))
((command (word) @credential.option . (_) @credential) (#eq? @credential.option "--oauth2-bearer"))
