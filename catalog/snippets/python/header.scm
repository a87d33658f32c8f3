; What stays above inserted code: the docstring and imports.
(module . (expression_statement (string)) @header)
(module . (comment)+ . (expression_statement (string)) @header)
(module [(import_statement) (import_from_statement) (future_import_statement)] @header)
(module (try_statement body: (block [(import_statement) (import_from_statement)])) @header)
(module (if_statement consequence: (block [(import_statement) (import_from_statement)])) @header)

; import x
(module (import_statement name: (dotted_name) @imported) @import)
(module (future_import_statement) @first)

; Variables at the top level, which inserted code below them may name.
(module (expression_statement (assignment left: (identifier) @constant)))

; Names at the top level that a module of the same name would collide with.
(module (import_from_statement name: (dotted_name) @bound))
(module (import_from_statement name: (aliased_import alias: (identifier) @bound)))
(module (import_statement name: (aliased_import alias: (identifier) @bound)))
(module (expression_statement (assignment left: (identifier) @bound)))
(module (function_definition name: (identifier) @bound))
(module (class_definition name: (identifier) @bound))
