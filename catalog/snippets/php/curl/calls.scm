; curl_exec($handle), \curl_exec($handle)
(function_call_expression function: (name) @function arguments: (arguments) @arguments) @call
(function_call_expression function: (qualified_name (name) @function) arguments: (arguments) @arguments) @call
