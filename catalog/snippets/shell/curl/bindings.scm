; A function of the file's own that hides the command.
(function_definition name: (word) @local)
