; Expressions that can be read only once, and names that hold them.
(generator_expression) @stream
((call function: [(identifier) (attribute)] @_maker) @stream (#match? @_maker "^(open|iter|map|filter|io\\.open|.*\\.open)$"))
(assignment
  left: (identifier) @stream.name
  right: (call function: [(identifier) (attribute)] @_maker)
  (#match? @_maker "^(open|iter|io\\.open|.*\\.open)$"))
(as_pattern
  (call function: [(identifier) (attribute)] @_maker)
  alias: (as_pattern_target (identifier) @stream.name)
  (#match? @_maker "^(open|io\\.open|.*\\.open)$"))
