; Expressions that can be read only once, and names that hold them.
((call receiver: (constant) @_file method: (identifier) @_open) @stream (#eq? @_file "File") (#any-of? @_open "open" "new"))
(assignment
  left: (identifier) @stream.name
  right: (call receiver: (constant) @_file method: (identifier) @_open)
  (#eq? @_file "File")
  (#any-of? @_open "open" "new"))
