import got from 'got';

/** In milliseconds; the timeout, where a request has none of its own, is for each attempt. */
const retryTimes = { baseDelay: 500, maxDelay: 60_000, attemptTimeout: 30_000, deadline: 120_000 };

/**
 * got that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 */
export const retryingGot = got.extend({
  retry: {
    limit: 4,
    methods: [
      'GET',
      'HEAD',
      'OPTIONS',
      'TRACE',
      'PUT',
      'DELETE',
      // when: idempotency
      'POST', 'PATCH',
      // end
    ],
    statusCodes: [408, 429, 500, 502, 503, 504],
    maxRetryAfter: Infinity, // judged below, so that the error says how long the wait would be
    calculateDelay({ attemptCount, computedValue, error }) {
      // got's own rules say whether to repeat; a hook that repeats a request does not wait.
      if (computedValue === 0 || error.code === 'ERR_RETRYING') return computedValue;
      const { baseDelay, maxDelay } = retryTimes;
      const backoff = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attemptCount - 1));
      // As seconds or a date (RFC 9110 §10.2.3); got itself takes 1e3 for a number.
      const field = String(error.response?.headers['retry-after'] ?? '').trim();
      let wait = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field.replace(/ \d{4}$/, '$& GMT')) - Date.now();
      if (!(wait > 0)) wait = 0;
      // when: wait-field
      try {
        const seconds = Number(JSON.parse(new TextDecoder().decode(error.response?.rawBody)).wait_seconds);
        if (seconds * 1000 > wait) wait = seconds * 1000;
      } catch {
        // A body without the field says nothing.
      }
      // end
      const delay = Math.max(1, backoff, wait && wait + Math.random() * baseDelay);
      if (wait <= maxDelay && Date.now() + delay <= Number(error.options.context.endsAt)) return delay;
      if (!error.response) return 0;
      const what = `${error.options.method}: status ${error.response.statusCode}`;
      throw new Error(`${what}, and ${Math.ceil(delay / 1000)} s to wait is too long`);
    },
  },
  hooks: {
    beforeRequest: [
      (options) => {
        options.context.endsAt ??= Date.now() + retryTimes.deadline;
        options.timeout.request ??= retryTimes.attemptTimeout;
        // when: idempotency
        // One key for all attempts: by it the API knows that they are one request.
        if (['POST', 'PATCH'].includes(options.method)) {
          options.headers['Idempotency-Key'.toLowerCase()] ??= crypto.randomUUID();
        }
        // end
      },
    ],
  },
});
