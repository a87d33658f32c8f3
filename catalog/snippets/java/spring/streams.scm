; Nothing: an interceptor gets the whole body.
