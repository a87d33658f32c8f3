; Expressions that can be read only once, and names that hold them.
((call_expression function: (selector_expression) @_maker) @stream
  (#match? @_maker "^(os\\.(Open|OpenFile|Create)|io\\.(Pipe|TeeReader|LimitReader|MultiReader)|bufio\\.NewReader)$"))
((selector_expression) @stream (#match? @stream "^(os\\.Stdin|.*([rR]es|[rR]esp|[rR]esponse)\\.Body)$"))
(short_var_declaration
  left: (expression_list . (identifier) @stream.name)
  right: (expression_list (call_expression function: (selector_expression) @_maker))
  (#match? @_maker "^(os\\.(Open|OpenFile|Create)|io\\.(Pipe|TeeReader|LimitReader|MultiReader)|bufio\\.NewReader)$"))
