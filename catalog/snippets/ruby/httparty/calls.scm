; HTTParty.get(…), include HTTParty
(call
  receiver: (constant) @module
  method: (identifier) @method
  arguments: (argument_list) @arguments) @call
(call
  !receiver
  method: (identifier) @method
  arguments: (argument_list . (constant) @module .) @arguments
  (#eq? @method "include")) @call

; Orders.get(…), self.class.get(…), with_retry(self.class).get(…)
(call
  receiver: [(constant) (scope_resolution) (call)] @object
  method: (identifier) @method
  arguments: (argument_list) @arguments
  (#not-eq? @method "include")) @call
