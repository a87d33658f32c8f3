; Requests that are made before they are sent: var request = new HttpRequestMessage(HttpMethod.Post, url)
((variable_declarator
  name: (identifier) @request
  (object_creation_expression
    arguments: (argument_list
      . (argument (member_access_expression expression: (identifier) @_method name: (identifier) @method))
      . (argument (_) @url))))
  (#eq? @_method "HttpMethod"))
((variable_declaration
  type: (identifier) @_message
  (variable_declarator
    name: (identifier) @request
    (implicit_object_creation_expression
      (argument_list
        . (argument (member_access_expression expression: (identifier) @_method name: (identifier) @method))
        . (argument (_) @url)))))
  (#eq? @_message "HttpRequestMessage"))

; request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token)
((assignment_expression
  left: (member_access_expression
    expression: (member_access_expression expression: (identifier) @request)
    name: (identifier) @_field)
  right: (object_creation_expression arguments: (argument_list (argument) . (argument (identifier) @token))))
  (#eq? @_field "Authorization"))

; Content = new StreamContent(stream)
((variable_declarator
  name: (identifier) @request
  (object_creation_expression
    initializer: (initializer_expression
      (assignment_expression right: (object_creation_expression type: (identifier) @_content) @stream))))
  (#eq? @_content "StreamContent"))
((assignment_expression
  left: (member_access_expression expression: (identifier) @request name: (identifier) @_name)
  right: (object_creation_expression type: (identifier) @_content) @stream)
  (#eq? @_name "Content")
  (#eq? @_content "StreamContent"))
