; import { request } from 'undici', import { request as send } from 'undici'
(import_statement
  (import_clause (named_imports (import_specifier !alias name: (identifier) @name)))
  source: (string (string_fragment) @package))
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @name alias: (identifier) @alias)))
  source: (string (string_fragment) @package))

; import undici from 'undici', import * as undici from 'undici', const undici = require('undici')
(import_statement (import_clause (identifier) @alias) source: (string (string_fragment) @package))
(import_statement
  (import_clause (namespace_import (identifier) @alias))
  source: (string (string_fragment) @package))
(variable_declarator
  name: (identifier) @alias
  value: (call_expression function: (identifier) @_require arguments: (arguments (string (string_fragment) @package)))
  (#eq? @_require "require"))

; const { request } = require('undici'), const { request: send } = require('undici')
(variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @name)
  value: (call_expression function: (identifier) @_require arguments: (arguments (string (string_fragment) @package)))
  (#eq? @_require "require"))
(variable_declarator
  name: (object_pattern (pair_pattern key: (property_identifier) @name value: (identifier) @alias))
  value: (call_expression function: (identifier) @_require arguments: (arguments (string (string_fragment) @package)))
  (#eq? @_require "require"))
