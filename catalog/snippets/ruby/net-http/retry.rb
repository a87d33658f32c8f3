# frozen_string_literal: true

require 'json'
require 'net/http'
require 'securerandom'
require 'time'

module HTTPRetry
  ATTEMPTS = 5
  BASE_DELAY = 0.5 # seconds, as all times here
  MAX_DELAY = 60
  DEADLINE = 120
  ATTEMPT_TIMEOUT = 30

  def request(req, body = nil, &block)
    return super if @retrying # Net::HTTP calls itself when it has opened the connection

    req.body = body if body
    timeouts = [open_timeout, read_timeout, max_retries]
    self.max_retries = 0 # its own retry waits for nothing
    @retrying = true
    begin
      retry_request(req, block) { |&answered| super(req, &answered) }
    ensure
      @retrying = false
      self.open_timeout, self.read_timeout, self.max_retries = timeouts
    end
  end

  private

  def retry_request(req, block, &once)
    ends_at = seconds + DEADLINE
    timeout = [read_timeout, ATTEMPT_TIMEOUT].compact.min
    repeatable = %w[GET HEAD OPTIONS TRACE PUT DELETE].include?(req.method)
    # when: idempotency
    if ['POST', 'PATCH'].include?(req.method)
      # One key for all attempts: by it the API knows that they are one request.
      req['Idempotency-Key'] ||= SecureRandom.uuid
      repeatable = true
    end
    # end
    repeatable = false if req.body_stream # the first attempt reads it to its end

    (1..).each do |attempt|
      last = !repeatable || attempt >= ATTEMPTS
      delay = rand * [MAX_DELAY, BASE_DELAY * 2**(attempt - 1)].min
      self.open_timeout = self.read_timeout = [timeout, ends_at - seconds].min.clamp(0.001, timeout)
      begin
        response = once.call { |answer| block&.call(answer) if last || !passing?(answer) }
        return response if last || !passing?(response)

        wait = requested_wait(response)
        delay = [delay, wait + rand * BASE_DELAY].max if wait.positive?
        if wait > MAX_DELAY || seconds + delay > ends_at
          message = format('%s: status %s, and %.0f s to wait is too long', req.method, response.code, delay)
          raise Net::HTTPError.new(message, response)
        end
      rescue SystemCallError, SocketError, IOError, Net::OpenTimeout, Net::ReadTimeout, Net::WriteTimeout
        raise if last || seconds + delay > ends_at
      end
      sleep(delay)
    end
  end

  def passing?(response)
    %w[408 429 500 502 503 504].include?(response.code)
  end

  # Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not.
  def requested_wait(response)
    field = response['Retry-After'].to_s.strip
    wait = 0.0
    begin
      wait = field.match?(/\A\d+\z/) ? field.to_f : Time.httpdate(field) - Time.now
    rescue ArgumentError
      # Neither form.
    end
    # when: wait-field
    begin
      wait = [wait, Float(JSON.parse(response.body)['wait_seconds'])].max
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
