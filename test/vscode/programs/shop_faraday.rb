# frozen_string_literal: true

require 'faraday'
require 'json'

BASE_URL = 'https://shop.example.com/v2'

# Everything that the shop is asked for.
module Shop
  def self.connection
    @connection ||= Faraday.new(url: BASE_URL, headers: { 'X-Shop' => 'main' })
  end

  def self.orders(status = 'open')
    JSON.parse(connection.get('orders', status: status).body)
  end
end
