; What stays above inserted code.
(compilation_unit (using_directive) @header)

; using A.B;
(compilation_unit (using_directive !name . [(qualified_name) (identifier)] @imported .) @import)

; Constants of a class: what they are worth, for they cannot be named from outside of it.
(compilation_unit
  (_ body: (declaration_list (field_declaration
    (variable_declaration (variable_declarator name: (identifier) @literal.name (string_literal) @literal))))))
(compilation_unit
  (_ body: (declaration_list
    (_ body: (declaration_list (field_declaration
      (variable_declaration (variable_declarator name: (identifier) @literal.name (string_literal) @literal))))))))
