; import requests, import requests as r
(import_statement name: (dotted_name) @package)
(import_statement name: (aliased_import name: (dotted_name) @package alias: (identifier) @alias))

; from requests import get, from requests import get as fetch
(import_from_statement module_name: (dotted_name) @package name: (dotted_name) @name)
(import_from_statement
  module_name: (dotted_name) @package
  name: (aliased_import name: (dotted_name) @name alias: (identifier) @alias))

; session = requests.Session()
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#match? @_class "^[Ss]ession$"))
(assignment
  left: [(identifier) (attribute)] @object
  right: (call function: (identifier) @object.class)
  (#match? @object.class "[Ss]ession$"))

; with requests.Session() as session:
(as_pattern
  (call function: (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  alias: (as_pattern_target (identifier) @object)
  (#match? @_class "^[Ss]ession$"))
(as_pattern
  (call function: (identifier) @object.class)
  alias: (as_pattern_target (identifier) @object)
  (#match? @object.class "[Ss]ession$"))

; def f(session: requests.Session)
(typed_parameter
  (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Session"))
(typed_parameter (identifier) @object type: (type (identifier) @object.class) (#match? @object.class "Session$"))
(typed_default_parameter
  name: (identifier) @object
  type: (type (attribute object: (identifier) @object.package attribute: (identifier) @_class))
  (#eq? @_class "Session"))

; session.mount(…, HTTPAdapter(max_retries=…)): the library's own retry
(call
  function: (attribute object: (_) @retrying attribute: (identifier) @_mount)
  arguments: (argument_list (_) (call arguments: (argument_list (keyword_argument name: (identifier) @_retries))))
  (#eq? @_mount "mount")
  (#eq? @_retries "max_retries"))
