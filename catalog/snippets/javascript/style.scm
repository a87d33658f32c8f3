(expression_statement) @statement
(lexical_declaration) @statement
(return_statement) @statement
(import_statement) @statement

(import_statement source: (string) @string)
(arguments (string) @string)
(array (string) @string)
(pair value: (string) @string)
(variable_declarator value: (string) @string)
(binary_expression (string) @string)
(assignment_expression right: (string) @string)
