; $handle = curl_init($url)
(assignment_expression
  left: [(variable_name) (member_access_expression)] @request
  right: (function_call_expression function: [(name) (qualified_name)] @_init arguments: (arguments . (argument (_) @url)))
  (#match? @_init "curl_init$"))

; curl_setopt($handle, CURLOPT_…, …)
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @_option) . (argument (_) @url))
  (#eq? @_option "CURLOPT_URL"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @_option) . (argument (string (string_content) @method)))
  (#eq? @_option "CURLOPT_CUSTOMREQUEST"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @implied.post) . (argument (_) @_on))
  (#any-of? @implied.post "CURLOPT_POST" "CURLOPT_POSTFIELDS")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @implied.head) . (argument (_) @_on))
  (#eq? @implied.head "CURLOPT_NOBODY")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @implied.put) . (argument (_) @_on))
  (#eq? @implied.put "CURLOPT_PUT")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @stream))
  (#any-of? @stream "CURLOPT_INFILE" "CURLOPT_READFUNCTION"))
(function_call_expression
  arguments: (arguments . (argument (_) @request) . (argument (name) @sink))
  (#any-of? @sink "CURLOPT_FILE" "CURLOPT_WRITEFUNCTION"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (name) @_option)
    . (argument (array_creation_expression (array_element_initializer . (_) @_field .) @credential)))
  (#eq? @_option "CURLOPT_HTTPHEADER")
  (#match? @_field "^[\"']Authorization: *[Bb]earer "))

; curl_setopt_array($handle, [CURLOPT_… => …])
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @_option . (_) @url))))
  (#eq? @_option "CURLOPT_URL"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression
      (array_element_initializer . (name) @_option . (string (string_content) @method)))))
  (#eq? @_option "CURLOPT_CUSTOMREQUEST"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @implied.post . (_) @_on))))
  (#any-of? @implied.post "CURLOPT_POST" "CURLOPT_POSTFIELDS")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @implied.head . (_) @_on))))
  (#eq? @implied.head "CURLOPT_NOBODY")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @implied.put . (_) @_on))))
  (#eq? @implied.put "CURLOPT_PUT")
  (#not-any-of? @_on "false" "0"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @stream))))
  (#any-of? @stream "CURLOPT_INFILE" "CURLOPT_READFUNCTION"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression (array_element_initializer . (name) @sink))))
  (#any-of? @sink "CURLOPT_FILE" "CURLOPT_WRITEFUNCTION"))
(function_call_expression
  arguments: (arguments
    . (argument (_) @request)
    . (argument (array_creation_expression
      (array_element_initializer
        . (name) @_option
        . (array_creation_expression (array_element_initializer . (_) @_field .) @credential)))))
  (#eq? @_option "CURLOPT_HTTPHEADER")
  (#match? @_field "^[\"']Authorization: *[Bb]earer "))
