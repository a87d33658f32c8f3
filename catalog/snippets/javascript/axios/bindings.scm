; import axios from 'axios', import { default as axios } …, const axios = require('axios')
(import_statement (import_clause (identifier) @alias) source: (string (string_fragment) @package))
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @_default alias: (identifier) @alias)))
  source: (string (string_fragment) @package)
  (#eq? @_default "default"))
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

; const api = axios.create(…), this.api = axios.create(…)
(variable_declarator
  name: (identifier) @object
  value: (call_expression
    function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))
  (#eq? @_create "create"))
(assignment_expression
  left: (_) @object
  right: (call_expression
    function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))
  (#eq? @_create "create"))

(class_body
  (_
    (property_identifier) @object.member
    value: (call_expression
      function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create)))
  (#eq? @_create "create"))

; const api = withRetry(axios.create(…))
(variable_declarator
  name: (identifier) @object
  value: (call_expression
    arguments: (arguments
      (call_expression
        function: (member_expression object: (identifier) @object.package property: (property_identifier) @_create))))
  (#eq? @_create "create"))
(variable_declarator
  name: (identifier) @retrying
  value: (call_expression function: (identifier) @_withRetry)
  (#match? @_withRetry "^withRetry\\d*$"))

; Types of it
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @name)))
  source: (string (string_fragment) @package)
  (#match? @name "^[A-Z]"))

; An instance with an adapter or a retry of its own
(variable_declarator
  name: (identifier) @configured
  value: (call_expression arguments: (arguments (object (pair key: (property_identifier) @_adapter))))
  (#eq? @_adapter "adapter"))
(assignment_expression
  left: (_) @configured
  right: (call_expression arguments: (arguments (object (pair key: (property_identifier) @_adapter))))
  (#eq? @_adapter "adapter"))
(class_body
  (_
    (property_identifier) @configured
    value: (call_expression arguments: (arguments (object (pair key: (property_identifier) @_adapter)))))
  (#eq? @_adapter "adapter"))
((call_expression function: (identifier) @_axiosRetry arguments: (arguments . (_) @retrying))
  (#match? @_axiosRetry "^axiosRetry$"))

; api.interceptors.response.use(…, (error) => api.request(error.config))
((call_expression
  function: (member_expression
    object: (member_expression object: (member_expression object: (_) @retrying property: (_) @_interceptors))
    property: (_) @_use)
  arguments: (arguments) @_again)
  (#eq? @_interceptors "interceptors")
  (#eq? @_use "use")
  (#match? @_again "\\((?:\\w+\\.)?\\w*[cC]onfig\\)")
  (#not-match? @_again "\\b401\\b"))
((call_expression
  function: (member_expression
    object: (member_expression object: (member_expression object: (_) @refreshing property: (_) @_interceptors))
    property: (_) @_use)
  arguments: (arguments) @_again)
  (#eq? @_interceptors "interceptors")
  (#eq? @_use "use")
  (#match? @_again "\\((?:\\w+\\.)?\\w*[cC]onfig\\)")
  (#match? @_again "\\b401\\b"))
