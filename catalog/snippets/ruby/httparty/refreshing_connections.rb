# frozen_string_literal: true

require 'httparty'

# For HTTParty's `connection_adapter`: connections like those of another adapter, which send the API's access token.
def refreshing_connections(adapter = nil)
  adapter ||= HTTParty::ConnectionAdapter
  ->(uri, options) { adapter.call(uri, options).extend(HTTPTokenRefresh) }
end
