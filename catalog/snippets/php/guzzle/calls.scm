; $client->get(…), $this->client->request(…), withRetry($client)->send(…), (new Client())->get(…)
(member_call_expression
  object: [(variable_name) (member_access_expression) (function_call_expression)] @object
  name: (name) @method
  arguments: (arguments) @arguments) @call
(member_call_expression
  object: (parenthesized_expression (object_creation_expression) @object)
  name: (name) @method
  arguments: (arguments) @arguments) @call
; new Client(…)
((object_creation_expression . [(name) (qualified_name (name))] @method (arguments) @arguments) @call @object)
(nullsafe_member_call_expression
  object: [(variable_name) (member_access_expression)] @object
  name: (name) @method
  arguments: (arguments) @arguments) @call
