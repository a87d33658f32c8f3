; What a call says of its request. Run on the call's arguments.
((argument_list . (argument) . (argument (_) @body)))
((object_creation_expression
  type: (identifier) @_message
  arguments: (argument_list . (argument (member_access_expression name: (identifier) @method)) . (argument (_) @url)))
  (#eq? @_message "HttpRequestMessage"))
