import { json } from '../../server/answer';
import type { Rules } from '../../validation/rules';
import { accountOf, PASSWORD, PLANS } from './accounts';
import type { DumontRoute } from './dumont-route';
import { because } from './errors';
import { LIFETIME, REMEMBERED_LIFETIME, tokenOf, unauthorized } from './tokens';
import { validate } from './validate';

/** `expires_in`, seconds, is not documented: it sets the lifetime of the token; a negative one has passed already. */
const LOGIN: Rules = {
  username: { type: 'string', required: true },
  password: { type: 'string', required: true },
  remember_me: { type: 'boolean' },
  expires_in: { type: 'integer' },
};

/** Login and what belongs to the account. The shape of the login's answer is not documented; it is OAuth's here. */
export function accountRoutes(now: () => number): DumontRoute[] {
  return [
    {
      method: 'POST',
      template: '/api/v1/auth/login',
      handler: {
        open: true,
        // Without an account there is no plan whose limit could count.
        limit: 'none',
        takesBody: true,
        handle: ({ body }) => {
          const invalid = validate(body, LOGIN);
          if (invalid) return invalid;
          const account = accountOf(body['username']);
          if (!account || body['password'] !== PASSWORD)
            return unauthorized('Incorrect username or password');
          const usual = body['remember_me'] === true ? REMEMBERED_LIFETIME : LIFETIME;
          const lifetime = typeof body['expires_in'] === 'number' ? body['expires_in'] : usual;
          const token = tokenOf(account, now(), lifetime);
          // RFC 6749 §5.1: tokens are not for caches.
          return json(
            200,
            { access_token: token, token_type: 'bearer', expires_in: lifetime },
            { 'Cache-Control': 'no-store' },
          );
        },
      },
    },
    {
      method: 'GET',
      template: '/api/v1/auth/me',
      handler: {
        handle: ({ principal: { username, plan } }) => json(200, { username, plan, limits: PLANS[plan] }),
      },
    },
    {
      method: 'GET',
      template: '/api/v1/balance',
      handler: { handle: ({ principal: { balance } }) => json(200, { balance, currency: 'USD' }) },
    },
    {
      method: 'POST',
      template: '/api/v1/settings/cloud-storage/test',
      handler: {
        handle: ({ principal: { cloudStorage } }) => {
          if (cloudStorage === 'ok') return json(200, { success: true, provider: 's3', latency_ms: 84 });
          return because(
            'bad-request',
            cloudStorage === 'not-configured' ? 'cloud storage is not configured' : 'invalid credentials',
          );
        },
      },
    },
  ];
}
