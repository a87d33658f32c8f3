; use reqwest::…, reqwest::Client
(use_declaration argument: (identifier) @package)
(use_declaration argument: (use_as_clause path: (identifier) @package))
(use_declaration argument: (scoped_use_list path: (identifier) @package))
(scoped_identifier path: (identifier) @package)
(scoped_type_identifier path: (identifier) @package)
