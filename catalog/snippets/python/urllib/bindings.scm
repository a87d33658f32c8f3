; from urllib import request, from urllib import request as r
(import_from_statement
  module_name: (dotted_name) @_from
  name: (dotted_name) @module
  (#eq? @_from "urllib")
  (#eq? @module "request"))
(import_from_statement
  module_name: (dotted_name) @_from
  name: (aliased_import name: (dotted_name) @_name alias: (identifier) @module)
  (#eq? @_from "urllib")
  (#eq? @_name "request"))
