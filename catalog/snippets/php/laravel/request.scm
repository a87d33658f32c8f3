; What a call says of its request. Run on the call's arguments, or on the chain before it.
((arguments . (argument (string (string_content) @method))) (#match? @method "^[A-Z]+$"))
((arguments . (argument (_) @url) . (argument (_) @body)))

; Http::retry(3, 100), Http::withToken($token), Http::sink($file)
([(scoped_call_expression name: (name) @retries) (member_call_expression name: (name) @retries)] (#eq? @retries "retry"))
([
  (scoped_call_expression name: (name) @_withToken arguments: (arguments . (argument (variable_name (name) @token))))
  (member_call_expression name: (name) @_withToken arguments: (arguments . (argument (variable_name (name) @token))))
] (#eq? @_withToken "withToken"))
([(scoped_call_expression name: (name) @sink) (member_call_expression name: (name) @sink)] (#eq? @sink "sink"))
