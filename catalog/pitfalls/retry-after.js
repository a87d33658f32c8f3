/** Seconds that `Retry-After` asks to wait, which it says as a number or as a date (RFC 9110 §10.2.3); 0 where it does not. */
function retryAfterSeconds(value) {
  const text = String(value ?? '').trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return seconds > 0 ? Math.ceil(seconds) : 0;
}
