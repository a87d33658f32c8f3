# frozen_string_literal: true

require 'faraday'
require 'faraday/retry'
require 'json'
require 'securerandom'
require 'time'

# A connection like the given one, whose faraday-retry sends again after failures that pass: 408, 429, 500, 502, 503,
# 504 and lost connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not
# done twice.
def with_retry(connection)
  stack = connection.builder
  builder = Faraday::RackBuilder.new(stack.handlers.dup, stack.adapter)
  builder.insert(0, Faraday::Request.lookup_middleware(:retry), RetryRules.options)
  # when: idempotency
  builder.insert(0, IdempotencyKey)
  # end
  request = connection.options.dup
  request.timeout ||= RetryRules::ATTEMPT_TIMEOUT
  settings = { headers: connection.headers, params: connection.params, ssl: connection.ssl, proxy: connection.proxy }
  Faraday.new(connection.url_prefix, builder: builder, request: request, **settings)
end

# What faraday-retry is told.
module RetryRules
  ATTEMPTS = 5
  BASE_DELAY = 0.5 # seconds, as all times here
  MAX_DELAY = 60
  DEADLINE = 120 # from the first failure
  ATTEMPT_TIMEOUT = 30
  PASSING = [408, 429, 500, 502, 503, 504].freeze

  def self.options
    errors = [Faraday::ConnectionFailed, Faraday::TimeoutError, Faraday::ClientError, Faraday::ServerError]
    {
      max: ATTEMPTS - 1, interval: BASE_DELAY / 2, interval_randomness: 2, backoff_factor: 2, max_interval: MAX_DELAY,
      retry_statuses: PASSING, exceptions: [*errors, Faraday::RetriableResponse],
      methods: [], retry_if: method(:again?) # judges methods, too
    }
  end

  # Whether a request is sent again; an error where what the answer asks to wait is too long.
  def self.again?(env, error)
    env[:ends_at] ||= seconds + DEADLINE
    return false unless repeatable?(env)
    return seconds < env[:ends_at] if error.is_a?(Faraday::ConnectionFailed) || error.is_a?(Faraday::TimeoutError)

    answer = error.response.respond_to?(:status) ? error.response.to_hash : error.response || {}
    status = answer[:status]
    return false unless PASSING.include?(status)

    wait = requested_wait(answer[:response_headers] || answer[:headers] || {}, answer[:body])
    wait += rand * BASE_DELAY if wait.positive?
    if wait > MAX_DELAY + BASE_DELAY || seconds + wait > env[:ends_at]
      raise Faraday::Error, format('status %s, and %.0f s to wait is too long', status, wait)
    end

    env.response_headers['Retry-After'] = wait.to_s # where faraday-retry reads it
    true
  end

  def self.repeatable?(env)
    methods = %i[get head options trace put delete]
    # when: idempotency
    methods += ['POST', 'PATCH'].map { |method| method.downcase.to_sym }
    # end
    methods.include?(env.method) && !env.request_body.respond_to?(:read) # what is read once is read to its end
  end

  # Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not.
  def self.requested_wait(headers, body)
    field = headers['Retry-After'].to_s.strip
    wait = 0.0
    begin
      wait = field.match?(/\A\d+\z/) ? field.to_f : Time.httpdate(field) - Time.now
    rescue ArgumentError
      # Neither form.
    end
    # when: wait-field
    begin
      answer = body.is_a?(String) ? JSON.parse(body) : body
      wait = [wait, Float(answer['wait_seconds'])].max
    rescue ArgumentError, JSON::ParserError, NoMethodError, TypeError
      # No such field.
    end
    # end
    [wait, 0.0].max
  end

  def self.seconds
    Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end
end

# when: idempotency
# One key for all attempts: by it the API knows that they are one request.
class IdempotencyKey < Faraday::Middleware
  def call(env)
    repeated = ['POST', 'PATCH'].include?(env.method.to_s.upcase)
    env.request_headers['Idempotency-Key'] ||= SecureRandom.uuid if repeated
    @app.call(env)
  end
end

# end
