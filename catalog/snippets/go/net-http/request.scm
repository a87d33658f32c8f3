; What a call says of its request: http.Post(url, contentType, body). Run on the call's arguments.
((argument_list . (_) . (interpreted_string_literal) . (_) @body))
