; var client = new OkHttpClient()
(local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (object_creation_expression type: (type_identifier) @object.class)))

; new OkHttpClient()
((object_creation_expression type: (type_identifier) @object.class) @object)

; var client = new OkHttpClient.Builder().build(), with up to two settings
(local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation object: (object_creation_expression type: (scoped_type_identifier . (type_identifier) @object.class)))))
(local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation
      object: (method_invocation
        object: (object_creation_expression type: (scoped_type_identifier . (type_identifier) @object.class))))))
(local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation
      object: (method_invocation
        object: (method_invocation
          object: (object_creation_expression type: (scoped_type_identifier . (type_identifier) @object.class)))))))

; A client that retries or refreshes by an interceptor or an authenticator
(variable_declarator
  name: (identifier) @retrying
  value: (_) @_made
  (#match? @_made "new OkHttpClient[^]*Retry\\w*\\("))
(variable_declarator
  name: (identifier) @refreshing
  value: (_) @_made
  (#match? @_made "new OkHttpClient[^]*(TokenRefreshInterceptor\\w*\\(|\\.authenticator\\()"))
