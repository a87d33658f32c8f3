; client.send(…), this.client.send(…), HttpClient.newHttpClient().send(…), new RetryingHttpClient(client).send(…)
(method_invocation
  object: [(identifier) (field_access) (method_invocation) (object_creation_expression)] @object
  name: (identifier) @method
  arguments: (argument_list) @arguments) @call
