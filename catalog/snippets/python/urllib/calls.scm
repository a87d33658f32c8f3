; urlopen(…), after `from urllib.request import urlopen`
(call function: (identifier) @function arguments: (argument_list) @arguments) @call

; urllib.request.urlopen(…), request.urlopen(…)
(call
  function: (attribute object: [(attribute) (identifier)] @module attribute: (identifier) @method)
  arguments: (argument_list) @arguments) @call
