/** Seconds that Retry-After asks to wait, which it says as a number or as a date (RFC 9110 §10.2.3). */
int retryAfterSeconds(String value) {
  if (value.matches("\\d+")) return Integer.parseInt(value);
  try {
    java.time.Instant at = java.time.ZonedDateTime.parse(value, java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return (int) Math.max(0, java.time.Duration.between(java.time.Instant.now(), at).getSeconds() + 1);
  } catch (java.time.format.DateTimeParseException neither) {
    throw new NumberFormatException(value);
  }
}
