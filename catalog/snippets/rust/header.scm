; What stays above inserted code.
(source_file (inner_attribute_item) @header)
(source_file (use_declaration) @header)
(source_file (extern_crate_declaration) @header)

; Values at the top level, which inserted code may name.
(source_file (const_item name: (identifier) @constant))
(source_file (static_item name: (identifier) @constant))
