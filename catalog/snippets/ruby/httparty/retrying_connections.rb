# frozen_string_literal: true

require 'httparty'

# For HTTParty's `connection_adapter`: connections like those of another adapter, which send again after failures that
# pass. Timeouts are for each attempt.
def retrying_connections(adapter = nil)
  adapter ||= HTTParty::ConnectionAdapter
  ->(uri, options) { adapter.call(uri, options).extend(HTTPRetry) }
end
