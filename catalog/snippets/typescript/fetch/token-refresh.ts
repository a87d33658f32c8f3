const API_URL = 'https://api.example.com';

/** One account's tokens. After log-in: `tokens = keepTokens(access, refresh)`. */
let tokens = keepTokens('ACCESS_TOKEN', 'REFRESH_TOKEN');
let refreshing: Promise<string> | undefined;

/** `fetch` with the API's access token, which is refreshed before it expires and, once, after a 401. */
export async function fetchWithTokenRefresh(
  input: string | URL | Request,
  init: RequestInit = {},
  send: (input: string | URL | Request, init?: RequestInit) => Promise<Response> = fetch,
): Promise<Response> {
  const request = input instanceof Request ? input : undefined;
  const page = (globalThis as { location?: { href: string } }).location?.href;
  // The token goes to the API's own origin and nowhere else.
  if (new URL(request?.url ?? String(input), page).origin !== new URL(API_URL).origin) return send(input, init);

  const sendWith = (token: string) => {
    const headers = new Headers(init.headers ?? request?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return send(request ? request.clone() : input, { ...init, headers });
  };
  const token = Date.now() < tokens.renewAt ? tokens.access : await refreshToken(tokens.access);
  const response = await sendWith(token);
  if (response.status !== 401 || init.body instanceof ReadableStream) return response;
  await response.body?.cancel();
  return sendWith(await refreshToken(token));
}

/** Refreshes once for all callers: where refresh tokens rotate, a second refresh revokes them all. */
function refreshToken(failed: string): Promise<string> {
  if (tokens.access !== failed) return Promise.resolve(tokens.access);
  refreshing ??= requestToken().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
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
