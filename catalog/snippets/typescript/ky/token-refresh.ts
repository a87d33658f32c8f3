const API_URL = 'https://api.example.com';

/** One account's tokens. After log-in: `tokens = keepTokens(access, refresh)`. */
let tokens = keepTokens('ACCESS_TOKEN', 'REFRESH_TOKEN');
let refreshInFlight: Promise<string> | undefined;

/** For `ky.extend`: the API's access token, which is refreshed before it expires and, once, after a 401. */
export const refreshing = {
  hooks: {
    beforeRequest: [
      async (request: Request) => {
        // The token goes to the API's own origin and nowhere else.
        if (!isOfApi(request)) return;
        const token = Date.now() < tokens.renewAt ? tokens.access : await refreshToken(tokens.access);
        request.headers.set('Authorization', `Bearer ${token}`);
      },
    ],
    afterResponse: [
      async (request: Request, options: RequestInit & { fetch?: typeof fetch }, response: Response) => {
        if (response.status !== 401 || !isOfApi(request) || !isOfApi(response)) return response;
        const token = await refreshToken(request.headers.get('Authorization')?.slice('Bearer '.length));
        request.headers.set('Authorization', `Bearer ${token}`);
        const { fetch: send = fetch } = options;
        return send(request); // past the hooks
      },
    ],
  },
};

function isOfApi({ url }: { url: string }): boolean {
  return new URL(url).origin === new URL(API_URL).origin;
}

/** Refreshes once for all callers: where refresh tokens rotate, a second refresh revokes them all. */
function refreshToken(failed: string | undefined): Promise<string> {
  if (tokens.access !== failed) return Promise.resolve(tokens.access);
  refreshInFlight ??= requestToken().finally(() => {
    refreshInFlight = undefined;
  });
  return refreshInFlight;
}

async function requestToken(): Promise<string> {
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
function keepTokens(access: string, refresh: string, receivedAt?: number) {
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
