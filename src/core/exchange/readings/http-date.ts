/**
 * An HTTP-date (RFC 9110 §5.6.7) in milliseconds since the epoch: IMF-fixdate, the two obsolete forms, and ISO 8601,
 * which is not allowed and common. Undefined where it is none of them.
 */
export function parseHttpDate(value: string | undefined): number | undefined {
  const text = value?.trim();
  if (text === undefined || text.length > 60 || !/^(?:[A-Za-z]{3,9},? |\d{4}-\d{2}-\d{2}T)/.test(text))
    return undefined;
  // asctime has no zone, and is UTC all the same.
  const zoned = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})$/i.test(text)
    ? text
    : `${text}${text.includes('T') && /^\d/.test(text) ? 'Z' : ' GMT'}`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}
