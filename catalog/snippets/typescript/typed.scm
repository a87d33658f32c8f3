; function f(api: {type}), constructor(private readonly api: {type}), class { api: {type} }
([
  (required_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
  (optional_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
]
  (#eq? @object.class "{type}"))
(required_parameter
  (accessibility_modifier)
  pattern: (identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "{type}"))
(public_field_definition
  name: (property_identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "{type}"))
