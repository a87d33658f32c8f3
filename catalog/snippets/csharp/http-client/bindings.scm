; private readonly HttpClient client, HttpClient client = …, void F(HttpClient client)
(variable_declaration
  type: [(identifier) @object.class (qualified_name) @object.class (nullable_type [(identifier) (qualified_name)] @object.class)]
  (variable_declarator name: (identifier) @object))
(field_declaration
  (variable_declaration
    type: [(identifier) @object.class (qualified_name) @object.class (nullable_type [(identifier) (qualified_name)] @object.class)]
    (variable_declarator name: (identifier) @object.member)))
(property_declaration
  type: [(identifier) @object.class (qualified_name) @object.class (nullable_type [(identifier) (qualified_name)] @object.class)]
  name: (identifier) @object.member @object)
(parameter
  type: [(identifier) @object.class (qualified_name) @object.class (nullable_type [(identifier) (qualified_name)] @object.class)]
  name: (identifier) @object)

; var client = new HttpClient(…), also inside of helpers
(variable_declarator
  name: (identifier) @object
  (object_creation_expression type: [(identifier) (qualified_name)] @object.class))
(variable_declarator
  name: (identifier) @object
  (invocation_expression
    function: (member_access_expression
      expression: (object_creation_expression type: [(identifier) (qualified_name)] @object.class))))
((object_creation_expression type: [(identifier) (qualified_name)] @object.class) @object)

; var client = factory.CreateClient(…)
((variable_declarator
  name: (identifier) @client
  (invocation_expression function: (member_access_expression name: (identifier) @_create)))
  (#eq? @_create "CreateClient"))

; client = ….WithRetry()
((variable_declarator
  name: (identifier) @retrying
  (invocation_expression function: (member_access_expression name: (identifier) @_helper)))
  (#match? @_helper "^WithRetry[0-9]*$"))
((assignment_expression
  left: (_) @retrying
  right: (invocation_expression function: (member_access_expression name: (identifier) @_helper)))
  (#match? @_helper "^WithRetry[0-9]*$"))
((variable_declarator
  name: (identifier) @refreshing
  (invocation_expression function: (member_access_expression name: (identifier) @_helper)))
  (#match? @_helper "^WithTokenRefresh[0-9]*$"))
((assignment_expression
  left: (_) @refreshing
  right: (invocation_expression function: (member_access_expression name: (identifier) @_helper)))
  (#match? @_helper "^WithTokenRefresh[0-9]*$"))
