; import {package} from '{package}', import { default as {package} } …, import { {package} } …, const {package} = require('{package}')
(import_statement (import_clause (identifier) @alias) source: (string (string_fragment) @package))
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @_default alias: (identifier) @alias)))
  source: (string (string_fragment) @package)
  (#any-of? @_default "default" "{package}"))
(import_statement
  (import_clause (named_imports (import_specifier !alias name: (identifier) @alias)))
  source: (string (string_fragment) @package)
  (#eq? @alias "{package}"))
(variable_declarator
  name: (identifier) @alias
  value: (call_expression function: (identifier) @_require arguments: (arguments (string (string_fragment) @package)))
  (#eq? @_require "require"))
(variable_declarator
  name: (identifier) @alias
  value: (member_expression
    object: (call_expression function: (identifier) @_require arguments: (arguments (string (string_fragment) @package)))
    property: (property_identifier) @_default)
  (#eq? @_require "require")
  (#eq? @_default "default"))

; Types of it
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @name)))
  source: (string (string_fragment) @package)
  (#match? @name "^[A-Z]"))

; const api = {package}.extend(…), this.api = {package}.extend(…), class { api = {package}.extend(…) }
(variable_declarator
  name: (identifier) @object
  value: (call_expression
    function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))
  (#any-of? @_create "create" "extend"))
(assignment_expression
  left: (_) @object
  right: (call_expression
    function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))
  (#any-of? @_create "create" "extend"))
(class_body
  (_
    (property_identifier) @object.member
    value: (call_expression
      function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create)))
  (#any-of? @_create "create" "extend"))

; The same, extended once more
(variable_declarator
  name: (identifier) @object
  value: (call_expression
    function: (member_expression
      object: (call_expression
        function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))))
  (#any-of? @_create "create" "extend"))
(assignment_expression
  left: (_) @object
  right: (call_expression
    function: (member_expression
      object: (call_expression
        function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))))
  (#any-of? @_create "create" "extend"))
(class_body
  (_
    (property_identifier) @object.member
    value: (call_expression
      function: (member_expression
        object: (call_expression
          function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create)))))
  (#any-of? @_create "create" "extend"))

; A client that retries by its own options, or refreshes by its own hooks
(variable_declarator
  name: (_) @retrying
  value: (call_expression) @_made
  (#match? @_made "\\b(retry:|extend\\(retrying)"))
(assignment_expression
  left: (_) @retrying
  right: (call_expression) @_made
  (#match? @_made "\\b(retry:|extend\\(retrying)"))
(class_body
  (_ (property_identifier) @retrying value: (call_expression) @_made)
  (#match? @_made "\\b(retry:|extend\\(retrying)"))
(variable_declarator
  name: (_) @refreshing
  value: (call_expression) @_made
  (#match? @_made "afterResponse[^]*(401|[Rr]efresh)|extend\\(refreshing"))
(assignment_expression
  left: (_) @refreshing
  right: (call_expression) @_made
  (#match? @_made "afterResponse[^]*(401|[Rr]efresh)|extend\\(refreshing"))
(class_body
  (_ (property_identifier) @refreshing value: (call_expression) @_made)
  (#match? @_made "afterResponse[^]*(401|[Rr]efresh)|extend\\(refreshing"))
