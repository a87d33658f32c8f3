; What stays above inserted code.
(program (call method: (identifier) @_require) @header (#match? @_require "^require(_relative)?$"))

; require 'x'
(program
  (call method: (identifier) @_require arguments: (argument_list (string (string_content) @imported))) @import
  (#eq? @_require "require"))

; Constants at the top level, which inserted code below them may name.
(program (assignment left: (constant) @constant))
