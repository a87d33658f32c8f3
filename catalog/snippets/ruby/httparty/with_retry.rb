# frozen_string_literal: true

require 'httparty'

# A class like the given one, HTTParty itself or one that includes it, whose requests are sent again after failures that
# pass: 408, 429, 500, 502, 503, 504 and lost connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was
# done, its answer lost, is not done twice.
def with_retry(party)
  base = party == HTTParty ? HTTParty::Basement : party
  Class.new(base) { connection_adapter retrying_connections(base.connection_adapter) }
end
