import got from 'got';

const API_URL = 'https://api.example.com';

/** One account's tokens. After log-in: `tokens = keepTokens(access, refresh)`. */
let tokens = keepTokens('ACCESS_TOKEN', 'REFRESH_TOKEN');
let refreshInFlight;

/** got with the API's access token, which is refreshed before it expires and, once, after a 401. */
export const refreshingGot = got.extend({
  hooks: {
    beforeRequest: [
      async (options) => {
        // The token goes to the API's own origin and nowhere else.
        if (!isOfApi(options.url)) return;
        const token = Date.now() < tokens.renewAt ? tokens.access : await refreshToken(tokens.access);
        options.headers.authorization = `Bearer ${token}`;
      },
    ],
    afterResponse: [
      async (response, retryWithMergedOptions) => {
        const { url, headers } = response.request.options;
        if (response.statusCode !== 401 || !isOfApi(url)) return response;
        await refreshToken(String(headers.authorization).slice('Bearer '.length));
        return retryWithMergedOptions({}); // without this hook
      },
    ],
  },
});

function isOfApi(url) {
  return url !== undefined && new URL(url).origin === new URL(API_URL).origin;
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
  // got itself, without the hooks of others.
  const { statusCode, body } = await got.post(new URL('/auth/refresh', API_URL), {
    json: { refresh_token: tokens.refresh },
    followRedirect: false,
    retry: { limit: 0 },
    throwHttpErrors: false,
    timeout: { request: 30_000 },
  });
  if (statusCode < 200 || statusCode > 299) {
    throw new Error(`The token was not refreshed (status ${statusCode}): log in again`);
  }
  const answer = JSON.parse(body);
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
