; Http::get(…)
(scoped_call_expression
  scope: [(name) (qualified_name)] @module
  name: (name) @method
  arguments: (arguments) @arguments) @call

; Http::withToken(…)->get(…), Http::acceptJson()->timeout(3)->post(…)
(member_call_expression
  object: [(member_call_expression) (scoped_call_expression)] @object
  name: (name) @method
  arguments: (arguments) @arguments
  (#match? @object "^\\\\?(Illuminate\\\\Support\\\\Facades\\\\)?Http::")) @call
