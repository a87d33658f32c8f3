; What stays above inserted code.
(program (package_declaration) @header)
(program (import_declaration) @header)

; import a.b.C;
(program (import_declaration (scoped_identifier) @imported .) @import)

; Constants of the class, which classes inside of it may name.
(program
  (_ body: (class_body
    (field_declaration
      (modifiers) @_modifiers
      declarator: (variable_declarator name: (identifier) @constant.inner)) @import))
  (#match? @_modifiers "static"))

; Names of imported classes and of the file's own.
(program (import_declaration (scoped_identifier) @bound .))
(program (class_declaration name: (identifier) @bound))
(program (record_declaration name: (identifier) @bound))
(program (interface_declaration name: (identifier) @bound))
(program (enum_declaration name: (identifier) @bound))
