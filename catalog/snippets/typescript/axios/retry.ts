import axios from 'axios';

/**
 * An adapter that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 * Times are in milliseconds; a request's `timeout` is for each attempt. Interceptors see the last answer only.
 */
export function retrying(
  send: ReturnType<typeof axios.getAdapter> = (config) => axios.getAdapter(axios.defaults.adapter)(config),
  { attempts = 5, baseDelay = 500, maxDelay = 60_000, attemptTimeout = 30_000, deadline = 120_000 } = {},
): ReturnType<typeof axios.getAdapter> {
  return async (config) => {
    const method = (config.method ?? 'GET').toUpperCase();
    const endsAt = Date.now() + deadline;
    const headers = new axios.AxiosHeaders(config.headers);
    let repeatable = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'].includes(method);
    // when: idempotency
    if (['POST', 'PATCH'].includes(method)) {
      // One key for all attempts: by it the API knows that they are one request.
      if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID());
      repeatable = true;
    }
    // end
    if (typeof config.data?.pipe === 'function' || config.data instanceof ReadableStream) repeatable = false;

    for (let attempt = 1; ; attempt++) {
      const last = !repeatable || attempt >= attempts;
      const backoff = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      const timeout = Math.max(1, Math.min(config.timeout || attemptTimeout, endsAt - Date.now()));
      let status = 0;
      let wait = 0;
      try {
        const response = await send({ ...config, headers, timeout });
        if (last || ![408, 429, 500, 502, 503, 504].includes(response.status)) return response;
        status = response.status;
        wait = requestedWait(response);
      } catch (error) {
        const response = axios.isAxiosError(error) ? error.response : undefined;
        const lost = axios.isAxiosError(error) && !response && !axios.isCancel(error);
        if (last || config.signal?.aborted || config.cancelToken?.reason) throw error;
        if (!lost && ![408, 429, 500, 502, 503, 504].includes(response?.status ?? 0)) throw error;
        if (!response && Date.now() + backoff > endsAt) throw error;
        if (response) {
          status = response.status;
          wait = requestedWait(response);
        }
      }
      const delay = Math.max(backoff, wait && wait + Math.random() * baseDelay);
      if (wait > maxDelay || Date.now() + delay > endsAt) {
        const message = `${method}: status ${status}, and ${Math.ceil(delay / 1000)} s to wait is too long`;
        throw new axios.AxiosError(message, 'ERR_WAIT_TOO_LONG', config);
      }
      await pause(delay, config);
    }
  };
}

/** Milliseconds that the answer asks to wait, as seconds or a date (RFC 9110 §10.2.3); 0 where it does not. */
function requestedWait(response: Awaited<ReturnType<ReturnType<typeof axios.getAdapter>>>): number {
  const field = String(response.headers['retry-after'] ?? '').trim();
  let wait = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field.replace(/ \d{4}$/, '$& GMT')) - Date.now();
  if (!(wait > 0)) wait = 0;
  // when: wait-field
  try {
    const body = typeof response.data === 'string' ? JSON.parse(response.data) : response.data;
    const seconds = Number(body.wait_seconds);
    if (seconds * 1000 > wait) wait = seconds * 1000;
  } catch {
    // A body without the field says nothing.
  }
  // end
  response.data?.destroy?.(); // a stream that nobody reads
  return wait;
}

/** Sleeps, but not longer than until the request is cancelled. */
function pause(milliseconds: number, config: Parameters<ReturnType<typeof axios.getAdapter>>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new axios.CanceledError(undefined, undefined, config));
    };
    const timer = setTimeout(() => {
      config.signal?.removeEventListener?.('abort', stop);
      resolve();
    }, milliseconds);
    if (config.signal?.aborted) stop();
    else config.signal?.addEventListener?.('abort', stop);
    void config.cancelToken?.promise.then(stop);
  });
}
