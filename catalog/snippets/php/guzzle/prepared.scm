; Requests that are made before they are sent: $request = new Request('POST', $uri)
(assignment_expression
  left: (variable_name) @request
  right: (object_creation_expression
    . [(name) (qualified_name)] @_class
    (arguments . (argument (string (string_content) @method)) . (argument (_) @url)))
  (#match? @_class "Request$"))
