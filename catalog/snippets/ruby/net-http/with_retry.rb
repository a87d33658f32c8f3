# frozen_string_literal: true

require 'net/http'

# Has a Net::HTTP, or all that the class itself makes, send again after failures that pass: 408, 429, 500, 502, 503,
# 504 and lost connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not
# done twice.
def with_retry(http)
  http.is_a?(Class) ? Class.new(http) { prepend HTTPRetry } : http.extend(HTTPRetry)
end
