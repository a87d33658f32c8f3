; A function of the file's own that hides the global one.
(program (function_definition name: (name) @local))
