; What stays above inserted code.
(program (php_tag) @header)
(program (declare_statement) @header)
(program (namespace_definition !body) @header)
(program (namespace_use_declaration) @header)

; What the file ends with behind its code: the closing tag and the text behind it.
(program (text_interpolation) @footer .)

; use A\B;
(program
  (namespace_use_declaration . (namespace_use_clause !alias !type [(qualified_name) (name)] @imported) .) @import)

; Constants at the top level.
(program (const_declaration (const_element . (name) @constant)))

; Constants of a class: what they are worth, for private ones cannot be named from outside of it.
(program
  (_ body: (declaration_list (const_declaration (const_element . (name) @literal.name (string) @literal)))))

; Names of imported classes and of the file's own.
(program (namespace_use_declaration (namespace_use_clause !alias [(qualified_name) (name)] @bound)))
(program (namespace_use_declaration (namespace_use_clause alias: (name) @bound)))
(program (namespace_use_declaration body: (namespace_use_group (namespace_use_clause !alias [(qualified_name) (name)] @bound))))
(program (namespace_use_declaration body: (namespace_use_group (namespace_use_clause alias: (name) @bound))))
(program (class_declaration name: (name) @bound))
(program (interface_declaration name: (name) @bound))
(program (trait_declaration name: (name) @bound))
(program (enum_declaration name: (name) @bound))
