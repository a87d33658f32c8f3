; Requests that are made before they are sent: req = Net::HTTP::Post.new(uri)
(assignment
  left: (identifier) @request
  right: (call receiver: (scope_resolution) @method method: (identifier) @_new arguments: (argument_list . (_) @url))
  (#eq? @_new "new")
  (#match? @method "^Net::HTTP::[A-Z][a-z]+$"))

; req['Authorization'] = "Bearer #{token}"
(assignment
  left: (element_reference object: (identifier) @request . (string (string_content) @_name))
  right: (string (interpolation [(identifier) (constant)] @token))
  (#match? @_name "^[Aa]uthorization$"))

; req.body_stream = File.open(…)
(assignment
  left: (call receiver: (identifier) @request method: (identifier) @_stream)
  right: (_) @stream
  (#eq? @_stream "body_stream"))
