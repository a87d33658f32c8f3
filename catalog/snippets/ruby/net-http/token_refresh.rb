# frozen_string_literal: true

require 'json'
require 'net/http'
require 'uri'

# One account's tokens, refreshed for all threads.
class ApiTokens
  def initialize(api_url, access_token, refresh_token)
    @api = URI(api_url)
    @lock = Mutex.new
    keep(access_token, refresh_token)
  end

  # Call it after log-in.
  def keep(access_token, refresh_token, received_at = nil)
    @access = access_token
    @refresh = refresh_token
    @renew_at = renewal_time(access_token, received_at)
  end

  # Whether a Net::HTTP goes to the API's own origin.
  def for?(http)
    own = [@api.scheme, @api.host&.downcase, @api.port]
    own == [http.use_ssl? ? 'https' : 'http', http.address.downcase, http.port]
  end

  # The access token, refreshed where it is the one that failed or is about to expire.
  def token(failed)
    # Once for all threads: where refresh tokens rotate, a second refresh revokes them all.
    @lock.synchronize do
      request_tokens if @access == failed || Time.now.to_f >= @renew_at
      @access
    end
  end

  private

  def request_tokens
    raise IOError, 'The token was not refreshed: log in again' if @refused && @refused == @refresh

    sent_at = Time.now.to_f
    uri = URI.join(@api, '/auth/refresh')
    body = JSON.generate({'refresh_token': @refresh})
    # A connection of its own, which follows no redirects.
    options = { use_ssl: uri.scheme == 'https', open_timeout: 30, read_timeout: 30 }
    response = Net::HTTP.start(uri.host, uri.port, options) do |http|
      http.post(uri.request_uri, body, 'Content-Type' => 'application/json')
    end
    unless response.is_a?(Net::HTTPSuccess)
      @refused = @refresh if %w[400 401 403].include?(response.code) # asking again is no use
      raise IOError, "The token was not refreshed (status #{response.code}): log in again"
    end
    answer = JSON.parse(response.body)
    renewed = answer['access_token']
    raise TypeError unless renewed.is_a?(String) && !renewed.empty?

    keep(renewed, answer['refresh_token'] || @refresh, sent_at)
  rescue JSON::ParserError, NoMethodError, TypeError
    raise IOError, 'The token was not refreshed: the answer holds none', cause: nil # which might quote it
  end

  # Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm.
  def renewal_time(token, received_at)
    claims = JSON.parse(token.to_s.split('.')[1].to_s.tr('-_', '+/').unpack1('m'))
    (received_at || claims['iat']) + (claims['exp'] - claims['iat']) * 0.9
  rescue ArgumentError, JSON::ParserError, NoMethodError, TypeError
    Float::INFINITY # not a JWT: only the API knows when it expires
  end
end

API_TOKENS = ApiTokens.new(
  'https://api.example.com',
  'ACCESS_TOKEN',
  'REFRESH_TOKEN'
)

module HTTPTokenRefresh
  def request(req, body = nil, &block)
    # The token goes to the API's own origin and nowhere else. Net::HTTP calls itself when it has opened the connection.
    return super if @with_token || !API_TOKENS.for?(self)

    req.body = body if body
    once = !req.body_stream.nil?
    @with_token = true
    begin
      token = API_TOKENS.token('')
      req['Authorization'] = "Bearer #{token}"
      response = super(req) { |answer| block&.call(answer) if answer.code != '401' || once }
      return response if response.code != '401' || once

      req['Authorization'] = "Bearer #{API_TOKENS.token(token)}"
      super(req, &block)
    ensure
      @with_token = false
    end
  end
end
