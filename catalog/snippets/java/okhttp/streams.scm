; Expressions that can be read only once: bodies around a stream.
((object_creation_expression type: (type_identifier) @_type) @stream (#match? @_type "Stream"))
((method_invocation name: (identifier) @_of) @stream (#match? @_of "[Ss]tream$"))
