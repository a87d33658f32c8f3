; agent.get(…).call(), ureq::post(…).send_json(…), request.call()
(call_expression
  function: (field_expression value: (_) @object field: (field_identifier) @method)
  arguments: (arguments) @arguments
  (#match? @object "(ureq::|\\.\\s*)(get|post|put|delete|head|patch|request|request_url)\\(|^\\w*req\\w*$")) @call
