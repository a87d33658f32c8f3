# frozen_string_literal: true

require 'json'
require 'net/http'

# Reads orders.
class Orders
  BASE = 'https://api.stateset.com/api/v1'

  def initialize(token)
    @token = token
  end

  # All open orders.
  def open
    uri = URI("#{BASE}/orders?status=open")
    response = Net::HTTP.get_response(uri, { 'Authorization' => "Bearer #{@token}" })
    raise 'too many requests' if response.code == '429'

    JSON.parse(response.body)
  end

  def titles(ids)
    ids.map { |id| JSON.parse(Net::HTTP.get(URI("#{BASE}/orders/#{id}")))['title'] }
  end
end
