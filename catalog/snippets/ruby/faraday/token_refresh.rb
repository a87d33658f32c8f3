# frozen_string_literal: true

require 'faraday'
require 'json'
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

  # Whether an address is of the API's own origin.
  def for?(url)
    [url.scheme, url.host&.downcase, url.port] == [@api.scheme, @api.host&.downcase, @api.port]
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
    raise Faraday::Error, 'The token was not refreshed: log in again' if @refused && @refused == @refresh

    sent_at = Time.now.to_f
    # A connection of its own, which follows no redirects.
    response = Faraday.new.post(URI.join(@api, '/auth/refresh')) do |request|
      request.options.timeout = 30
      request.headers['Content-Type'] = 'application/json'
      request.body = JSON.generate({'refresh_token': @refresh})
    end
    unless response.success?
      @refused = @refresh if [400, 401, 403].include?(response.status) # asking again is no use
      raise Faraday::Error, "The token was not refreshed (status #{response.status}): log in again"
    end
    answer = JSON.parse(response.body)
    renewed = answer['access_token']
    raise TypeError unless renewed.is_a?(String) && !renewed.empty?

    keep(renewed, answer['refresh_token'] || @refresh, sent_at)
  rescue JSON::ParserError, NoMethodError, TypeError
    raise Faraday::Error, 'The token was not refreshed: the answer holds none', cause: nil # which might quote it
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

# A connection like the given one that sends the API's access token, which is refreshed before it expires and, once a
# request, after a 401.
def with_token_refresh(connection)
  stack = connection.builder
  builder = Faraday::RackBuilder.new(stack.handlers.dup, stack.adapter)
  builder.insert(0, TokenRefreshMiddleware)
  settings = { headers: connection.headers, params: connection.params, ssl: connection.ssl, proxy: connection.proxy }
  Faraday.new(connection.url_prefix, builder: builder, request: connection.options, **settings)
end

class TokenRefreshMiddleware < Faraday::Middleware
  def call(env)
    # The token goes to the API's own origin and nowhere else.
    return @app.call(env) unless API_TOKENS.for?(env.url)

    body = env.body
    token = API_TOKENS.token('')
    response = send_with(token, env)
    return response if response && (response.status != 401 || body.respond_to?(:read))

    env.body = body # where that of the answer stands now
    env.request_headers['Authorization'] = "Bearer #{API_TOKENS.token(token)}"
    @app.call(env)
  end

  private

  # The answer; nil for a 401 that the middleware raise_error makes an error of.
  def send_with(token, env)
    env.request_headers['Authorization'] = "Bearer #{token}"
    @app.call(env)
  rescue Faraday::UnauthorizedError
    raise if env.body.respond_to?(:read)
  end
end
