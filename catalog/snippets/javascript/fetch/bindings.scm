; Names of the file's own that hide the global function.
(import_clause (identifier) @local)
(import_specifier !alias name: (identifier) @local)
(import_specifier alias: (identifier) @local)
(function_declaration name: (identifier) @local)
(variable_declarator name: (identifier) @local)
(shorthand_property_identifier_pattern) @local
(object_pattern (pair_pattern value: (identifier) @local))
(arrow_function parameter: (identifier) @local)
(formal_parameters (_) @local)
(formal_parameters (_ . (identifier) @local))
