; client.GetAsync(…), this.client.SendAsync(…), client.WithRetry().GetAsync(…), new HttpClient().GetAsync(…)
(invocation_expression
  function: (member_access_expression
    expression: [(identifier) (member_access_expression) (invocation_expression) (object_creation_expression)] @object
    name: [(identifier) @method (generic_name . (identifier) @method)])
  arguments: (argument_list) @arguments) @call
(invocation_expression
  function: (member_access_expression
    expression: (parenthesized_expression (object_creation_expression) @object)
    name: [(identifier) @method (generic_name . (identifier) @method)])
  arguments: (argument_list) @arguments) @call

; new HttpClient(…), new HttpClient { … }
((object_creation_expression
  type: [(identifier) @method (qualified_name name: (identifier) @method)]
  arguments: (argument_list) @arguments) @call @object)
((object_creation_expression
  type: [(identifier) @method (qualified_name name: (identifier) @method)]
  !arguments
  initializer: (initializer_expression) @arguments) @call @object)
