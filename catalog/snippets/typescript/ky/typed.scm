; function f(api: KyInstance), constructor(private readonly api: KyInstance), class { api: KyInstance }
([
  (required_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
  (optional_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
]
  (#eq? @object.class "KyInstance"))
(required_parameter
  (accessibility_modifier)
  pattern: (identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "KyInstance"))
(public_field_definition
  name: (property_identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "KyInstance"))
