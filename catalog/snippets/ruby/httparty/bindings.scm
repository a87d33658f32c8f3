; class Orders; include HTTParty
(class
  name: (constant) @object
  body: (body_statement
    (call method: (identifier) @_include arguments: (argument_list (constant) @object.package)))
  (#eq? @_include "include"))

; self.class, in such a class
((call receiver: (self) method: (identifier) @_class) @client (#eq? @_class "class"))
