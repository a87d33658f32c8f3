import axios from 'axios';

const API_URL = 'https://api.example.com';

/** One account's tokens. After log-in: `tokens = keepTokens(access, refresh)`. */
let tokens = keepTokens('ACCESS_TOKEN', 'REFRESH_TOKEN');
let refreshInFlight;

/** An adapter that sends the API's access token, which is refreshed before it expires and, once, after a 401. */
export function refreshing(
  send = (config) => axios.getAdapter(axios.defaults.adapter)(config),
) {
  return async (config) => {
    const page = globalThis.location?.href;
    // The token goes to the API's own origin and nowhere else.
    if (new URL(axios.getUri(config), page).origin !== new URL(API_URL).origin) return send(config);

    const sendWith = (token) => {
      const headers = new axios.AxiosHeaders(config.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return send({ ...config, headers });
    };
    const token = Date.now() < tokens.renewAt ? tokens.access : await refreshToken(tokens.access);
    const once = typeof config.data?.pipe === 'function' || config.data instanceof ReadableStream;
    try {
      const response = await sendWith(token);
      if (response.status !== 401 || once) return response;
    } catch (error) {
      if (!axios.isAxiosError(error) || error.response?.status !== 401 || once) throw error;
    }
    return sendWith(await refreshToken(token));
  };
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
  // A client of its own, without the interceptors of others.
  const { status, data: answer } = await axios.create().request({
    method: 'POST',
    url: new URL('/auth/refresh', API_URL).href,
    data: { refresh_token: tokens.refresh },
    adapter: ['xhr', 'http', 'fetch'],
    maxRedirects: 0,
    timeout: 30_000,
    validateStatus: null,
  });
  if (status < 200 || status > 299) throw new Error(`The token was not refreshed (status ${status}): log in again`);
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
