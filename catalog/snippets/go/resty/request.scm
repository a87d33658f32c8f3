; What a call says of its request. Run on the call's arguments, or on the chain before it.
((argument_list . (interpreted_string_literal) @method . (_) @url) (#match? @method "^.[A-Z]+.$"))
((argument_list . [(selector_expression) (identifier)] @method . (_) @url) (#match? @method "Method"))

; R().SetBody(…), R().SetAuthToken(token), R().SetOutput(path)
(call_expression
  function: (selector_expression field: (field_identifier) @_set)
  arguments: (argument_list . (_) @body)
  (#eq? @_set "SetBody"))
(call_expression
  function: (selector_expression field: (field_identifier) @_set)
  arguments: (argument_list . (identifier) @token)
  (#eq? @_set "SetAuthToken"))
