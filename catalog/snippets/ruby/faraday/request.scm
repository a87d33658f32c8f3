; What a call says of its request. Run on the call's arguments.
((argument_list . (simple_symbol) @method) (#match? @method "^:(get|head|post|put|patch|delete|options|trace)$"))
((argument_list . (_) . (_) @body))
((pair key: (_) @_key value: (_) @url) (#match? @_key "^url"))
