; Expressions that can be read only once, and names that hold them.
((function_call_expression function: (name) @_open) @stream (#any-of? @_open "fopen" "popen" "tmpfile" "fsockopen"))
((scoped_call_expression name: (name) @_open arguments: (arguments . (argument (string (string_content) @_file)))) @stream
  (#eq? @_open "tryFopen")
  (#match? @_file "^php://(stdin|input)"))
(assignment_expression
  left: [(variable_name) (member_access_expression)] @stream.name
  right: (function_call_expression function: (name) @_open)
  (#any-of? @_open "popen" "fsockopen"))
