; template.exchange(…), this.client.get(), RetryInterceptor.around(template).put(…)
(method_invocation
  object: [(identifier) (field_access) (method_invocation) (object_creation_expression)] @object
  name: (identifier) @method
  arguments: (argument_list) @arguments) @call

; new RestTemplate(…)
(object_creation_expression
  type: (type_identifier) @module @method
  arguments: (argument_list) @arguments) @call

; RestClient.create(…)
(method_invocation
  object: (identifier) @module
  name: (identifier) @method
  arguments: (argument_list) @arguments) @call
