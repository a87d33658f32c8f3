; function f(api: Got), constructor(private readonly api: Got), class { api: Got }
([
  (required_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
  (optional_parameter pattern: (identifier) @object type: (type_annotation (type_identifier) @object.class))
]
  (#eq? @object.class "Got"))
(required_parameter
  (accessibility_modifier)
  pattern: (identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "Got"))
(public_field_definition
  name: (property_identifier) @object.member
  type: (type_annotation (type_identifier) @object.class)
  (#eq? @object.class "Got"))
