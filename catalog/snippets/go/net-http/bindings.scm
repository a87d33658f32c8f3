; import "net/http", import h "net/http"
(import_spec !name path: (interpreted_string_literal (_) @package))
(import_spec name: (package_identifier) @alias path: (interpreted_string_literal (_) @package))

; client := &http.Client{…}, client := http.Client{…}, client = …
(short_var_declaration
  left: (expression_list (identifier) @object)
  right: (expression_list
    (unary_expression
      operand: (composite_literal
        type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class))))
  (#eq? @_class "Client"))
(short_var_declaration
  left: (expression_list (identifier) @object.value)
  right: (expression_list
    (composite_literal
      type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class)))
  (#eq? @_class "Client"))
(var_spec
  name: (identifier) @object
  value: (expression_list
    (unary_expression
      operand: (composite_literal
        type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class))))
  (#eq? @_class "Client"))
(var_spec
  name: (identifier) @object.value
  value: (expression_list
    (composite_literal
      type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class)))
  (#eq? @_class "Client"))
(short_var_declaration
  left: (expression_list (identifier) @object)
  right: (expression_list
    (selector_expression operand: (identifier) @object.package field: (field_identifier) @_default))
  (#eq? @_default "DefaultClient"))

; var client *http.Client, var client http.Client
(var_spec
  name: (identifier) @object
  type: (pointer_type (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class))
  (#eq? @_class "Client"))
(var_spec
  name: (identifier) @object.value
  type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class)
  (#eq? @_class "Client"))

; func f(client *http.Client)
(parameter_declaration
  name: (identifier) @object
  type: (pointer_type (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class))
  (#eq? @_class "Client"))
(parameter_declaration
  name: (identifier) @object.value
  type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class)
  (#eq? @_class "Client"))

; type api struct { client *http.Client }, and the embedded kind
(field_declaration
  name: (field_identifier) @object.member
  type: (pointer_type (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class))
  (#eq? @_class "Client"))
(field_declaration
  name: (field_identifier) @object.member.value
  type: (qualified_type package: (package_identifier) @object.package name: (type_identifier) @_class)
  (#eq? @_class "Client"))
