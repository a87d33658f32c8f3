; What stays above inserted code: directives and imports.
(program (import_statement) @header)
(program (expression_statement (string)) @header)
(program (_ (variable_declarator value: (call_expression function: (identifier) @_require))) @header
  (#eq? @_require "require"))
(program (_ (variable_declarator value: (member_expression object: (call_expression function: (identifier) @_require)))) @header
  (#eq? @_require "require"))

; Constants at the top level, which inserted code below them may name.
(program (lexical_declaration kind: "const" (variable_declarator name: (identifier) @constant)))
(program (export_statement declaration: (lexical_declaration kind: "const" (variable_declarator name: (identifier) @constant))))
