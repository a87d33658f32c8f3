; session = RetryClient(…): the retry of aiohttp_retry
(assignment left: (_) @retrying right: (call function: (_) @_class) (#match? @_class "(RetryClient|RetryingSession\\d*)$"))
(assignment left: (_) @refreshing right: (call function: (_) @_class) (#match? @_class "TokenSession\\d*$"))
