; What stays above inserted code.
(source_file (package_clause) @header)
(source_file (import_declaration) @header)

; import "x", alone or in a list
(source_file (import_declaration (import_spec !name path: (interpreted_string_literal (_) @imported)) @import))
(source_file
  (import_declaration (import_spec_list (import_spec !name path: (interpreted_string_literal (_) @imported)) @import)))

; Values at the top level, which inserted code may name.
(source_file (const_declaration (const_spec name: (identifier) @constant)))
(source_file (var_declaration (var_spec name: (identifier) @constant)))
(source_file (var_declaration (var_spec_list (var_spec name: (identifier) @constant))))

; Names at the top level that a package of the same name would collide with.
(source_file (import_declaration (import_spec name: (package_identifier) @bound)))
(source_file (import_declaration (import_spec_list (import_spec name: (package_identifier) @bound))))
(source_file (import_declaration (import_spec !name path: (interpreted_string_literal (_) @bound))))
(source_file
  (import_declaration (import_spec_list (import_spec !name path: (interpreted_string_literal (_) @bound)))))
(source_file (const_declaration (const_spec name: (identifier) @bound)))
(source_file (var_declaration (var_spec name: (identifier) @bound)))
(source_file (var_declaration (var_spec_list (var_spec name: (identifier) @bound))))
(source_file (function_declaration name: (identifier) @bound))
(source_file (type_declaration (type_spec name: (type_identifier) @bound)))
