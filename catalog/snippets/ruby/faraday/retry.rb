# frozen_string_literal: true

require 'faraday'
require 'json'
require 'securerandom'
require 'time'

# A connection like the given one that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost
# connections. Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
def with_retry(connection)
  stack = connection.builder
  builder = Faraday::RackBuilder.new(stack.handlers.dup, stack.adapter)
  builder.insert(0, RetryMiddleware)
  settings = { headers: connection.headers, params: connection.params, ssl: connection.ssl, proxy: connection.proxy }
  Faraday.new(connection.url_prefix, builder: builder, request: connection.options, **settings)
end

class RetryMiddleware < Faraday::Middleware
  ATTEMPTS = 5
  BASE_DELAY = 0.5 # seconds, as all times here
  MAX_DELAY = 60
  DEADLINE = 120
  ATTEMPT_TIMEOUT = 30

  def call(env)
    ends_at = seconds + DEADLINE
    body = env.body
    env.request.timeout ||= ATTEMPT_TIMEOUT
    repeatable = %i[get head options trace put delete].include?(env.method)
    # when: idempotency
    if ['POST', 'PATCH'].include?(env.method.to_s.upcase)
      # One key for all attempts: by it the API knows that they are one request.
      env.request_headers['Idempotency-Key'] ||= SecureRandom.uuid
      repeatable = true
    end
    # end
    repeatable = false if body.respond_to?(:read) # the first attempt reads it to its end

    (1..).each do |attempt|
      last = !repeatable || attempt >= ATTEMPTS
      delay = rand * [MAX_DELAY, BASE_DELAY * 2**(attempt - 1)].min
      env.body = body # where the body of an answer may stand now
      begin
        response = @app.call(env)
        return response if last || !passing?(response.status)

        delay = checked_delay(response.headers, response.body, response.status, delay, ends_at)
      rescue Faraday::ConnectionFailed, Faraday::TimeoutError
        raise if last || seconds + delay > ends_at
      rescue Faraday::ClientError, Faraday::ServerError => e # by the middleware raise_error
        answer = e.response || {}
        raise if last || !passing?(answer[:status])

        delay = checked_delay(answer[:headers] || {}, answer[:body], answer[:status], delay, ends_at)
      end
      sleep(delay)
    end
  end

  private

  def passing?(status)
    [408, 429, 500, 502, 503, 504].include?(status)
  end

  # The delay that heeds what the answer asks; an error where that is too long.
  def checked_delay(headers, body, status, delay, ends_at)
    wait = requested_wait(headers, body)
    delay = [delay, wait + rand * BASE_DELAY].max if wait.positive?
    return delay if wait <= MAX_DELAY && seconds + delay <= ends_at

    raise Faraday::Error, format('status %s, and %.0f s to wait is too long', status, delay)
  end

  # Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not.
  def requested_wait(headers, body)
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

  def seconds
    Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end
end
