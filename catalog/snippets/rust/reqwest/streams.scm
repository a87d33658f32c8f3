; Nothing that a body is made of: the chain says that it is a stream.
((scoped_identifier name: (identifier) @stream) (#eq? @stream "wrap_stream"))
