import pRetry from 'p-retry';

/**
 * `fetch` that p-retry repeats after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
 * Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
 * Times are in milliseconds.
 */
export async function fetchWithRetry(
  input,
  init = {},
  { attempts = 5, baseDelay = 500, maxDelay = 60_000, attemptTimeout = 30_000, deadline = 120_000 } = {},
) {
  const request = input instanceof Request ? input : undefined;
  const method = (init.method ?? request?.method ?? 'GET').toUpperCase();
  const cancelled = init.signal ?? request?.signal;
  const endsAt = Date.now() + deadline;
  let repeatable = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'].includes(method);
  // when: idempotency
  if (['POST', 'PATCH'].includes(method)) {
    // One key for all attempts: by it the API knows that they are one request.
    const headers = new Headers(init.headers ?? request?.headers);
    if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID());
    init = { ...init, headers };
    repeatable = true;
  }
  // end
  if (init.body instanceof ReadableStream) repeatable = false;

  let tooLong;
  const send = async (attempt) => {
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(new DOMException(`${method}: no answer in time`, 'TimeoutError')),
      Math.min(attemptTimeout, endsAt - Date.now()),
    );
    const signal = cancelled ? AbortSignal.any([cancelled, timeout.signal]) : timeout.signal;
    let response;
    let wait;
    try {
      response = await fetch(request ? request.clone() : input, { ...init, signal });
      if (!repeatable || attempt >= attempts || ![408, 429, 500, 502, 503, 504].includes(response.status)) {
        return response;
      }
      wait = await requestedWait(response);
      if (!response.bodyUsed) await response.body?.cancel();
    } finally {
      clearTimeout(timer);
    }
    const failure = `${method}: status ${response.status}`;
    if (wait > maxDelay || Date.now() + wait > endsAt) {
      tooLong = new Error(`${failure}, and ${Math.ceil(wait / 1000)} s to wait is too long`);
      return response;
    }
    if (wait > 0) await pause(wait, cancelled); // p-retry waits after that by itself
    throw new Error(failure);
  };
  const response = await pRetry(send, {
    retries: repeatable ? attempts - 1 : 0,
    minTimeout: baseDelay,
    maxTimeout: maxDelay,
    randomize: true,
    maxRetryTime: deadline,
    ...(cancelled && { signal: cancelled }),
  });
  if (tooLong) throw tooLong;
  return response;
}

/** Milliseconds that the answer asks to wait, as seconds or a date (RFC 9110 §10.2.3); 0 where it does not. */
async function requestedWait(response) {
  const field = response.headers.get('Retry-After')?.trim() ?? '';
  let wait = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field.replace(/ \d{4}$/, '$& GMT')) - Date.now();
  if (!(wait > 0)) wait = 0;
  // when: wait-field
  try {
    const seconds = Number(JSON.parse(await response.text()).wait_seconds);
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
