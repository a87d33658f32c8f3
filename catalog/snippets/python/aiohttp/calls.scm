; session.get(…), self.session.get(…), RetryingSession(session).get(…)
(call
  function: (attribute object: [(identifier) (attribute) (call)] @object attribute: (identifier) @method)
  arguments: (argument_list) @arguments) @call
