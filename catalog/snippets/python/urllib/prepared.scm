; Requests that are made before they are sent: req = urllib.request.Request(url, …)
(assignment
  left: (identifier) @request
  right: (call function: (_) @_class arguments: (argument_list . (_) @url) @chain)
  (#match? @_class "(^|\\.)Request$"))
