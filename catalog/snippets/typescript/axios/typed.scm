; function f(api: AxiosInstance), constructor(private readonly api: AxiosInstance), class { api: AxiosInstance }
([
  (required_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
  (optional_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
]
  (#eq? @object.class "AxiosInstance"))
(required_parameter
  (accessibility_modifier)
  pattern: (identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "AxiosInstance"))
(public_field_definition
  name: (property_identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "AxiosInstance"))
