; What a call says of its request. Run on the call's arguments.
((argument_list . (_) . (_) @body))
