; import "github.com/go-resty/resty/v2", import r "github.com/go-resty/resty/v2"
(import_spec name: (package_identifier) @alias path: (interpreted_string_literal (_) @package))
(import_spec !name path: (interpreted_string_literal (_) @package))

; client.SetRetryCount(3): its own retry
(call_expression
  function: (selector_expression operand: (_) @retrying field: (field_identifier) @_set)
  (#eq? @_set "SetRetryCount"))
