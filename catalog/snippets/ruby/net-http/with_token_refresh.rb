# frozen_string_literal: true

require 'net/http'

# Has a Net::HTTP, or all that the class itself makes, send the API's access token, which is refreshed before it expires
# and, once a request, after a 401.
def with_token_refresh(http)
  http.is_a?(Class) ? Class.new(http) { prepend HTTPTokenRefresh } : http.extend(HTTPTokenRefresh)
end
