; use GuzzleHttp\Client, use GuzzleHttp\Client as Http
(namespace_use_clause !alias (qualified_name) @package)
(namespace_use_clause (qualified_name) @package alias: (name) @alias)

; use GuzzleHttp\{Client, HandlerStack}
((namespace_use_declaration
  (namespace_name) @_namespace
  body: (namespace_use_group (namespace_use_clause !alias (name) @module)))
  (#eq? @_namespace "GuzzleHttp")
  (#any-of? @module "Client" "ClientInterface"))

; $client = new Client(…), $this->client = new Client(…), also inside of a helper
(assignment_expression
  left: [(variable_name) (member_access_expression)] @object
  right: (object_creation_expression . [(name) (qualified_name)] @object.class))
(assignment_expression
  left: [(variable_name) (member_access_expression)] @object
  right: (function_call_expression
    arguments: (arguments . (argument (object_creation_expression . [(name) (qualified_name)] @object.class)))))
((object_creation_expression . [(name) (qualified_name)] @object.class) @object)

; private Client $client, function f(Client $client), __construct(private ?Client $client)
(property_declaration
  type: [(named_type [(name) (qualified_name)] @object.class) (optional_type (named_type [(name) (qualified_name)] @object.class))]
  (property_element name: (variable_name (name) @object.member)))
(simple_parameter
  type: [(named_type [(name) (qualified_name)] @object.class) (optional_type (named_type [(name) (qualified_name)] @object.class))]
  name: (variable_name) @object)
(property_promotion_parameter
  type: [(named_type [(name) (qualified_name)] @object.class) (optional_type (named_type [(name) (qualified_name)] @object.class))]
  name: (variable_name (name) @object.member) @object)

; $client = withRetry(new Client(…))
(assignment_expression
  left: [(variable_name) (member_access_expression)] @retrying
  right: (function_call_expression function: (name) @_helper)
  (#match? @_helper "^withRetry[0-9]*$"))
(assignment_expression
  left: [(variable_name) (member_access_expression)] @refreshing
  right: (function_call_expression function: (name) @_helper)
  (#match? @_helper "^withTokenRefresh[0-9]*$"))
