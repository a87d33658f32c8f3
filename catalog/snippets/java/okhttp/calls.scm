; client.newCall(…), this.client.newCall(…), RetryInterceptor.around(client).newCall(…)
(method_invocation
  object: [(identifier) (field_access) (method_invocation) (object_creation_expression)] @object
  name: (identifier) @method
  arguments: (argument_list) @arguments) @call

; new OkHttpClient()
(object_creation_expression type: (type_identifier) @method arguments: (argument_list) @arguments) @call @object

; new OkHttpClient.Builder()
(object_creation_expression
  type: (scoped_type_identifier (type_identifier) @module (type_identifier) @method)
  arguments: (argument_list) @arguments) @call
