; get(…), after `from requests import get`
(call function: (identifier) @function arguments: (argument_list) @arguments) @call

; requests.get(…)
(call
  function: (attribute object: (identifier) @module attribute: (identifier) @method)
  arguments: (argument_list) @arguments) @call

; session.get(…), self.session.get(…)
(call
  function: (attribute object: [(identifier) (attribute)] @object attribute: (identifier) @method)
  arguments: (argument_list) @arguments) @call
