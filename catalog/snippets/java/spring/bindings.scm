; var template = new RestTemplate()
(local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (object_creation_expression type: (type_identifier) @object.class)))

; this.template = new RestTemplate()
(assignment_expression
  left: [(identifier) @object (field_access field: (identifier) @object.member)]
  right: (object_creation_expression type: (type_identifier) @object.class))

; A client that retries or refreshes by an interceptor
(variable_declarator
  name: (identifier) @retrying
  value: (_) @_made
  (#match? @_made "Retry\\w*(\\.around)?\\("))
(variable_declarator
  name: (identifier) @refreshing
  value: (_) @_made
  (#match? @_made "TokenRefresh\\w*(\\.around)?\\("))
(assignment_expression
  left: (_) @retrying
  right: (_) @_made
  (#match? @_made "Retry\\w*(\\.around)?\\("))
(assignment_expression
  left: (_) @refreshing
  right: (_) @_made
  (#match? @_made "TokenRefresh\\w*(\\.around)?\\("))
