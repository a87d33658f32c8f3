# frozen_string_literal: true

require 'httparty'

# A class like the given one, HTTParty itself or one that includes it, whose requests carry the API's access token, which
# is refreshed before it expires and, once a request, after a 401.
def with_token_refresh(party)
  base = party == HTTParty ? HTTParty::Basement : party
  Class.new(base) { connection_adapter refreshing_connections(base.connection_adapter) }
end
