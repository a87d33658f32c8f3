; import x, import x as y
(import_statement name: (dotted_name) @package)
(import_statement name: (aliased_import name: (dotted_name) @package alias: (identifier) @alias))

; from x import y, from x import y as z
(import_from_statement module_name: (dotted_name) @package name: (dotted_name) @name)
(import_from_statement
  module_name: (dotted_name) @package
  name: (aliased_import name: (dotted_name) @name alias: (identifier) @alias))
