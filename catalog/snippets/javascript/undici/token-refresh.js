const API_URL = 'https://api.example.com';

/** One account's tokens. After log-in: `tokens = keepTokens(access, refresh)`. */
let tokens = keepTokens('ACCESS_TOKEN', 'REFRESH_TOKEN');
let refreshInFlight;

/** undici's `request` with the API's access token, refreshed before it expires and, once, after a 401. */
export function refreshing(send) {
  return async (url, options) => {
    // The token goes to the API's own origin and nowhere else.
    const target = typeof url === 'string' ? url : String(url.href);
    if (new URL(target).origin !== new URL(API_URL).origin) return send(url, options);

    const sendWith = (token) => {
      const others = Object.entries(fieldsOf(options?.headers)).filter(([name]) => !/^authorization$/i.test(name));
      return send(url, { ...options, headers: { ...Object.fromEntries(others), authorization: `Bearer ${token}` } });
    };
    const token = Date.now() < tokens.renewAt ? tokens.access : await refreshToken(tokens.access);
    const response = await sendWith(token);
    const body = options?.body;
    const once = typeof body === 'object' && body && !(body instanceof Uint8Array);
    if (response.statusCode !== 401 || once) return response;
    await response.body.text(); // drained, so that the connection can be used again
    return sendWith(await refreshToken(token));
  };
}

/** Header fields as an object, from any form that undici takes. */
function fieldsOf(headers) {
  if (!headers) return {};
  // Names and values in turn
  if (Array.isArray(headers)) {
    return Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : [])));
  }
  return Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
}

/** Refreshes once for all callers: where refresh tokens rotate, a second refresh revokes them all. */
function refreshToken(failed) {
  if (tokens.access !== failed) return Promise.resolve(tokens.access);
  refreshInFlight ??= requestToken().finally(() => {
    refreshInFlight = undefined;
  });
  return refreshInFlight;
}

async function requestToken() {
  const sentAt = Date.now();
  const response = await fetch(new URL('/auth/refresh', API_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refresh_token: tokens.refresh }),
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`The token was not refreshed (status ${response.status}): log in again`);
  const answer = JSON.parse(await response.text());
  const renewed = answer.access_token;
  if (!renewed || typeof renewed !== 'string') throw new Error('The token was not refreshed: the answer holds none');
  tokens = keepTokens(renewed, answer.refresh_token ?? tokens.refresh, sentAt);
  return tokens.access;
}

/** A token is renewed at nine tenths of its life, counted from its receipt, so that a wrong clock does no harm. */
function keepTokens(access, refresh, receivedAt) {
  let renewAt = access ? Infinity : 0;
  try {
    const [, claims = ''] = access.split('.');
    const { iat, exp } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/')));
    if (exp > iat) renewAt = (receivedAt ?? iat * 1000) + (exp - iat) * 900;
  } catch {
    // Not a JWT: only the API knows when it expires.
  }
  return { access, refresh, renewAt };
}
