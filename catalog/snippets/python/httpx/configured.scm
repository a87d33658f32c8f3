; Clients that retry or refresh by themselves: Client(transport=RetryTransport(…)), Client(auth=…)
(assignment
  left: (_) @retrying
  right: (call arguments: (argument_list (keyword_argument name: (identifier) @_transport value: (_) @_value)))
  (#eq? @_transport "transport")
  (#match? @_value "[Rr]etr"))
(as_pattern
  (call arguments: (argument_list (keyword_argument name: (identifier) @_transport value: (_) @_value)))
  alias: (as_pattern_target (_) @retrying)
  (#eq? @_transport "transport")
  (#match? @_value "[Rr]etr"))
(assignment
  left: (_) @refreshing
  right: (call arguments: (argument_list (keyword_argument name: (identifier) @_auth)))
  (#eq? @_auth "auth"))
(as_pattern
  (call arguments: (argument_list (keyword_argument name: (identifier) @_auth)))
  alias: (as_pattern_target (_) @refreshing)
  (#eq? @_auth "auth"))

; Clients of the classes that are put in place of httpx's own
(assignment left: (_) @retrying right: (call function: (_) @_class) (#match? @_class "Retrying(Async)?Client\\d*$"))
(as_pattern
  (call function: (_) @_class)
  alias: (as_pattern_target (_) @retrying)
  (#match? @_class "Retrying(Async)?Client\\d*$"))
