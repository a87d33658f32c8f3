require 'time'

# Seconds that Retry-After asks to wait, said as a number or as a date (RFC 9110, section 10.2.3); 0 where it does not.
def retry_after_seconds(value)
  text = value.to_s.strip
  return text.to_i if text.match?(/\A\d+\z/)

  [(Time.httpdate(text) - Time.now).ceil, 0].max
rescue ArgumentError
  0
end
