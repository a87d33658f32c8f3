; use reqwest::blocking::…, reqwest::blocking::Client
((scoped_identifier path: (identifier) @_reqwest name: (identifier) @package) (#eq? @_reqwest "reqwest"))
(use_declaration
  argument: (scoped_use_list
    path: (identifier) @_reqwest
    list: (use_list [(identifier) @package (scoped_identifier path: (identifier) @package) (scoped_use_list path: (identifier) @package)]))
  (#eq? @_reqwest "reqwest"))
