import axios from 'axios';
import axiosRetry from 'axios-retry';

/**
 * Has axios-retry send again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 * Times are in milliseconds; a request's `timeout` is for each attempt.
 */
export function withRetry(
  client,
  { attempts = 5, baseDelay = 500, maxDelay = 60_000, attemptTimeout = 30_000, deadline = 120_000 } = {},
) {
  client.interceptors.request.use((config) => {
    if (!('endsAt' in config)) Object.assign(config, { endsAt: Date.now() + deadline });
    // when: idempotency
    // One key for all attempts: by it the API knows that they are one request.
    if (['POST', 'PATCH'].includes((config.method ?? 'GET').toUpperCase())) {
      config.headers.set('Idempotency-Key', crypto.randomUUID(), false);
    }
    // end
    config.timeout ||= attemptTimeout;
    return config;
  });
  const repeatable = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'];
  // when: idempotency
  repeatable.push('POST', 'PATCH');
  // end
  axiosRetry(client, {
    retries: attempts - 1,
    shouldResetTimeout: true,
    retryCondition(error) {
      const { config, request, response } = error;
      if (!repeatable.includes((config?.method ?? 'GET').toUpperCase())) return false;
      if (typeof config?.data?.pipe === 'function' || config?.data instanceof ReadableStream) return false;
      if (response) return [408, 429, 500, 502, 503, 504].includes(response.status);
      return request !== undefined && !axios.isCancel(error);
    },
    retryDelay(count, error) {
      const { config, response } = error;
      const backoff = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (count - 1));
      const field = String(response?.headers['retry-after'] ?? '').trim();
      let wait = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field.replace(/ \d{4}$/, '$& GMT')) - Date.now();
      if (!(wait > 0)) wait = 0;
      // when: wait-field
      try {
        const body = typeof response?.data === 'string' ? JSON.parse(response.data) : Object(response?.data);
        const seconds = Number(body.wait_seconds);
        if (seconds * 1000 > wait) wait = seconds * 1000;
      } catch {
        // A body without the field says nothing.
      }
      // end
      const delay = Math.max(backoff, wait && wait + Math.random() * baseDelay);
      const endsAt = config && 'endsAt' in config ? Number(config.endsAt) : Infinity;
      if (wait <= maxDelay && Date.now() + delay <= endsAt) return delay;
      if (!response) throw error;
      const message = `status ${response.status}, and ${Math.ceil(delay / 1000)} s to wait is too long`;
      throw new axios.AxiosError(message, 'ERR_WAIT_TOO_LONG', config);
    },
  });
  return client;
}
