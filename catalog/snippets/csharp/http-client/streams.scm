; Expressions that can be read only once, and names that hold them.
((object_creation_expression type: (identifier) @_content) @stream (#eq? @_content "StreamContent"))
((variable_declarator
  name: (identifier) @stream.name
  (object_creation_expression type: (identifier) @_content))
  (#eq? @_content "StreamContent"))
