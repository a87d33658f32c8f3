; import java.net.http.HttpClient, import java.net.http.*, import okhttp3.*
(import_declaration (scoped_identifier) @package .)
(import_declaration [(scoped_identifier) (identifier)] @package.all . (asterisk))

; HttpClient client = …, private final HttpClient client;
(local_variable_declaration
  type: (type_identifier) @object.class
  declarator: (variable_declarator name: (identifier) @object))
(field_declaration
  type: (type_identifier) @object.class
  declarator: (variable_declarator name: (identifier) @object))
(field_declaration
  type: (type_identifier) @object.class
  declarator: (variable_declarator name: (identifier) @object.member))
(constant_declaration
  type: (type_identifier) @object.class
  declarator: (variable_declarator name: (identifier) @object))
(constant_declaration
  type: (type_identifier) @object.class
  declarator: (variable_declarator name: (identifier) @object.member))
(formal_parameter type: (type_identifier) @object.class name: (identifier) @object)
(record_declaration
  parameters: (formal_parameters (formal_parameter type: (type_identifier) @object.class name: (identifier) @object.member)))

; var client = HttpClient.newHttpClient(), var client = HttpClient.newBuilder()….build()
((local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation object: (identifier) @object.class))))
((local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation
      object: (method_invocation object: (identifier) @object.class)
      name: (identifier) @_build)))
  (#eq? @_build "build"))
((local_variable_declaration
  declarator: (variable_declarator
    name: (identifier) @object
    value: (method_invocation
      object: (method_invocation object: (method_invocation object: (identifier) @object.class))
      name: (identifier) @_build)))
  (#eq? @_build "build"))

; HttpClient.newHttpClient().send(…)
((method_invocation object: (identifier) @object.class name: (identifier) @_new) @object
  (#eq? @_new "newHttpClient"))
