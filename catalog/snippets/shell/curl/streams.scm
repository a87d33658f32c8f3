; Nothing that a body is made of: curl's options say that it is a stream.
((word) @stream (#eq? @stream "@-"))
