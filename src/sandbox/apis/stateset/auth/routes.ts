import { json } from '../../../server/answer';
import { violationsOf } from '../../../validation/plain-messages';
import type { Rules } from '../../../validation/rules';
import type { Outcome, StatesetRoute } from '../stateset-route';
import { refuse } from '../errors';
import { unauthorized } from './authenticate';
import type { Sessions } from './sessions';
import type { Users } from './users';

/** Not documented: `expires_in`, seconds, sets the lifetime of the access token; a negative one has passed already. */
const LIFETIME: Rules = { expires_in: { label: 'Expires in', type: 'integer' } };
const LOGIN: Rules = {
  email: { label: 'Email', type: 'string', required: true },
  password: { label: 'Password', type: 'string', required: true },
  ...LIFETIME,
};
const REGISTRATION: Rules = {
  email: { label: 'Email', type: 'string', required: true, format: 'email' },
  password: { label: 'Password', type: 'string', required: true, minLength: 8 },
};
const REFRESH: Rules = {
  refresh_token: { label: 'Refresh token', type: 'string', required: true },
  ...LIFETIME,
};

/** `/api/v1/auth/…`: login, registration and token refresh. */
export function authRoutes(
  users: Users,
  sessions: Sessions,
  newId: (prefix: string) => string,
): StatesetRoute[] {
  const post = (
    path: string,
    rules: Rules,
    handle: (body: Readonly<Record<string, unknown>>) => Outcome,
  ): StatesetRoute => ({
    method: 'POST',
    template: `/api/v1/auth/${path}`,
    handler: {
      open: true,
      takesBody: true,
      handle: ({ body }) => {
        const details = violationsOf(body, rules);
        return Object.keys(details).length > 0 ? refuse('VALIDATION_ERROR', { details }) : handle(body);
      },
    },
  });
  return [
    post('login', LOGIN, ({ email, password, expires_in }) => {
      const user = users.verify(String(email), String(password));
      if (!user) return unauthorized('INVALID_CREDENTIALS', {});
      return tokens(sessions.open(user, lifetimeOf(expires_in)));
    }),
    post('register', REGISTRATION, ({ email, password }) => {
      if (users.find(String(email))) {
        return refuse('DUPLICATE_ENTRY', { details: { field: 'email', value: email } });
      }
      const { id } = users.add(newId('user'), String(email), String(password), 'staff');
      return json(201, { id, email, role: 'staff' });
    }),
    post('refresh', REFRESH, ({ refresh_token, expires_in }) => {
      const pair = sessions.refresh(String(refresh_token), lifetimeOf(expires_in));
      if (pair === 'expired') {
        return unauthorized('TOKEN_EXPIRED', {
          error: 'invalid_token',
          description: 'The refresh token expired',
        });
      }
      if (pair === 'invalid') {
        return unauthorized('INVALID_TOKEN', {
          error: 'invalid_token',
          description: 'The refresh token is invalid, used or revoked',
        });
      }
      return tokens(pair);
    }),
  ];
}

/** RFC 6749 §5.1: tokens are not for caches. */
const tokens = (pair: object): Outcome => json(200, pair, { 'Cache-Control': 'no-store' });

const lifetimeOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
