(interpreted_string_literal) @string
