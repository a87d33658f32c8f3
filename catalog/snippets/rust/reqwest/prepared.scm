; Requests that are built before they are sent: let request = client.post(…).json(…)
(let_declaration pattern: (identifier) @request value: (call_expression) @chain)
(let_declaration pattern: (identifier) @request value: (await_expression (call_expression) @chain))
(assignment_expression left: (identifier) @request right: (call_expression) @chain)
