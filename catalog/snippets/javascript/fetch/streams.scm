; Expressions that can be read only once, and names that hold them.
((call_expression function: [(identifier) (member_expression)] @_maker) @stream
  (#match? @_maker "(createReadStream|Readable\\.from|\\.pipe|\\.pipeThrough|\\.stream|toWeb)$"))
((new_expression constructor: (_) @_maker) @stream
  (#match? @_maker "(ReadableStream|Readable|PassThrough|Transform)$"))
((member_expression) @stream (#match? @stream "([rR]es|[rR]esponse)\\.body$"))
(variable_declarator
  name: (identifier) @stream.name
  value: (call_expression function: [(identifier) (member_expression)] @_maker)
  (#match? @_maker "(createReadStream|Readable\\.from|\\.pipe|\\.pipeThrough|\\.stream|toWeb)$"))
(variable_declarator
  name: (identifier) @stream.name
  value: (new_expression constructor: (_) @_maker)
  (#match? @_maker "(ReadableStream|Readable|PassThrough|Transform)$"))
