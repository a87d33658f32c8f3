; Expressions that can be read only once: a publisher whose supplier gives one stream again and again.
((method_invocation
  name: (identifier) @_of
  arguments: (argument_list (lambda_expression body: (identifier)))) @stream
  (#eq? @_of "ofInputStream"))
((method_invocation name: (identifier) @_from) @stream (#eq? @_from "fromPublisher"))
