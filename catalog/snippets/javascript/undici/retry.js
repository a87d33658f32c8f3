/**
 * undici's `request` that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 * Times are in milliseconds; the timeout is for each attempt, until its answer begins.
 */
export function retrying(
  send,
  { attempts = 5, baseDelay = 500, maxDelay = 60_000, attemptTimeout = 30_000, deadline = 120_000 } = {},
) {
  const codes =
    'ECONNRESET ECONNREFUSED EPIPE ENOTFOUND EAI_AGAIN ENETDOWN ENETUNREACH EHOSTUNREACH UND_ERR_SOCKET ' +
    'UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT';
  return async (url, given) => {
    const options = { ...given };
    const method = options.method ?? 'GET';
    const cancelled = options.signal instanceof AbortSignal ? options.signal : undefined;
    const endsAt = Date.now() + deadline;
    let repeatable = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'].includes(method);
    // when: idempotency
    if (['POST', 'PATCH'].includes(method)) {
      // One key for all attempts: by it the API knows that they are one request.
      const headers = fieldsOf(options.headers);
      const named = Object.keys(headers).some((name) => name.toLowerCase() === 'Idempotency-Key'.toLowerCase());
      options.headers = named ? headers : { ...headers, 'Idempotency-Key': crypto.randomUUID() };
      repeatable = true;
    }
    // end
    if (typeof options.body === 'object' && options.body && !(options.body instanceof Uint8Array)) repeatable = false;

    for (let attempt = 1; ; attempt++) {
      const last = !repeatable || attempt >= attempts;
      const backoff = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      const headersTimeout = Math.max(1, Math.min(options.headersTimeout ?? attemptTimeout, endsAt - Date.now()));
      let status = 0;
      let wait = 0;
      try {
        const response = await send(url, { bodyTimeout: attemptTimeout, ...options, headersTimeout });
        if (last || ![408, 429, 500, 502, 503, 504].includes(response.statusCode)) return response;
        status = response.statusCode;
        wait = requestedWait(String(response.headers['retry-after'] ?? ''), await response.body.text());
      } catch (error) {
        const lost = error instanceof Error && 'code' in error && codes.split(' ').includes(String(error.code));
        if (last || !lost || cancelled?.aborted || Date.now() + backoff > endsAt) throw error;
      }
      const delay = Math.max(backoff, wait && wait + Math.random() * baseDelay);
      if (wait > maxDelay || Date.now() + delay > endsAt) {
        throw new Error(`${method}: status ${status}, and ${Math.ceil(delay / 1000)} s to wait is too long`);
      }
      await pause(delay, cancelled);
    }
  };
}

// when: idempotency
/** Header fields as an object, from any form that undici takes. */
function fieldsOf(headers) {
  if (!headers) return {};
  // Names and values in turn
  if (Array.isArray(headers)) {
    return Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : [])));
  }
  return Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
}

// end
/** Milliseconds that the answer asks to wait, as seconds or a date (RFC 9110 §10.2.3); 0 where it does not. */
function requestedWait(field, body) {
  let wait = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field.replace(/ \d{4}$/, '$& GMT')) - Date.now();
  if (!(wait > 0)) wait = 0;
  // when: wait-field
  try {
    const seconds = Number(JSON.parse(body).wait_seconds);
    if (seconds * 1000 > wait) wait = seconds * 1000;
  } catch {
    // A body without the field says nothing.
  }
  // end
  return wait;
}

/** Sleeps, but not longer than until `signal` aborts: then it rejects with the signal's reason. */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
