import { SlidingWindowLimiter } from '../../limits/sliding-window';
import { json } from '../../server/answer';
import type { Rules } from '../../validation/rules';
import { tokenRefused, unauthorized } from './authenticate';
import { throttled } from './errors';
import { HOUR, REQUESTS_PER_HOUR } from './throttles';
import { claimsOf, readToken, sign, userOf } from './tokens';
import type { Outcome, Request, UpstreamRoute } from './upstream-route';
import { PASSWORD, userWhere } from './users';
import { validate } from './validate';

/** Not documented: `expires_in`, seconds, sets the lifetime of the access token; a negative one has passed already. */
const LIFETIME: Rules = { expires_in: { type: 'integer' } };

/** `/api/v1/auth/token/…` as SimpleJWT serves it, with its default settings: a refresh gives no new refresh token. */
export function authRoutes(now: () => number, newId: () => string): UpstreamRoute[] {
  const logins = new SlidingWindowLimiter(HOUR, now);
  const post = (
    path: string,
    fields: readonly string[],
    handle: (request: Request) => Outcome,
  ): UpstreamRoute => {
    const required = fields.map((field) => [field, { type: 'string', required: true }] as const);
    const rules: Rules = { ...Object.fromEntries(required), ...LIFETIME };
    return {
      method: 'POST',
      template: `/api/v1/auth/token/${path}`,
      handler: {
        open: true,
        limit: 'none',
        takesBody: true,
        handle: (request) => validate(request.body, rules) ?? handle(request),
      },
    };
  };
  const access = (body: Request['body']): number | undefined =>
    typeof body['expires_in'] === 'number' ? body['expires_in'] : undefined;
  return [
    post('', ['username', 'password'], ({ call, body }) => {
      // Protection against brute force: who logs in has not been guessing, so that a success starts the count anew.
      const attempts = `${call.remoteAddress} ${String(body['username'])}`;
      const quota = logins.take(attempts, REQUESTS_PER_HOUR.authentication);
      if (!quota.allowed) return throttled((quota.resetAt - now()) / 1000);
      const user = userWhere(({ username }) => username === body['username']);
      if (!user?.active || body['password'] !== PASSWORD) {
        return unauthorized('No active account found with the given credentials');
      }
      logins.forget(attempts);
      return tokens({
        refresh: sign(claimsOf(user, 'refresh', now(), newId())),
        access: sign(claimsOf(user, 'access', now(), newId(), access(body))),
      });
    }),
    post('refresh/', ['refresh'], ({ body }) => {
      const claims = readToken(String(body['refresh']), 'refresh', now());
      if (typeof claims === 'string') return tokenRefused(claims);
      const user = userOf(claims);
      if (!user?.active) return unauthorized('No active account found for the given token.');
      return tokens({ access: sign(claimsOf(user, 'access', now(), newId(), access(body))) });
    }),
    post('verify/', ['token'], ({ body }) => {
      const claims = readToken(String(body['token']), 'any', now());
      return typeof claims === 'string' ? tokenRefused(claims) : json(200, {});
    }),
  ];
}

/** RFC 6749 §5.1: tokens are not for caches. */
const tokens = (pair: object): Outcome => json(200, pair, { 'Cache-Control': 'no-store' });
