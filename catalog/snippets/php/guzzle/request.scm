; What a call says of its request. Run on the call's arguments.
((arguments . (argument (string (string_content) @method))) (#match? @method "^[A-Za-z]+$"))
((arguments (argument (array_creation_expression
  (array_element_initializer . (string (string_content) @_key) . (_) @body))))
  (#any-of? @_key "body" "multipart"))
((arguments (argument (array_creation_expression
  (array_element_initializer . (string (string_content) @_key) . (_) @stream))))
  (#eq? @_key "multipart"))
