; What stays above inserted code: options of the shell, and files that are read in.
((program (command name: (command_name) @_name) @header) (#any-of? @_name "set" "shopt" "." "source" "umask"))
(program (declaration_command) @header)

; Variables at the top level, which inserted code below them may name.
(program (variable_assignment name: (variable_name) @constant))
(program (declaration_command (variable_assignment name: (variable_name) @constant)))
