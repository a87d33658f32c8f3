; await axios.get<T>(…), await this.api.get<T>(…), await got<T>(…): the grammar takes `await axios.get` for what is called
(call_expression
  function: (await_expression (member_expression object: (identifier) @module property: (property_identifier) @method) @called)
  arguments: (arguments) @arguments) @call
(call_expression
  function: (await_expression (member_expression
    object: [(identifier) (member_expression) (call_expression)] @object
    property: (property_identifier) @method) @called)
  arguments: (arguments) @arguments) @call
(call_expression
  function: (await_expression (identifier) @function @called)
  arguments: (arguments) @arguments) @call
