; Nothing that a body is made of: the options of a handle say that it is a stream.
((function_call_expression function: (name) @_open) @stream (#eq? @_open "fopen"))
