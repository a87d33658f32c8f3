import { signHs256, unsecured } from '../../../auth/jwt';
import { API_KEYS } from './api-keys';
import type { Sessions } from './sessions';
import { claimsOf, sign, type Subject } from './tokens';

/**
 * Fresh credentials, good and bad, by what is right or wrong with them. `valid`, `expired` and `refresh` belong to one
 * login, so that an expired token can be refreshed.
 */
export function credentialsForTests(
  sessions: Sessions,
  people: { readonly admin: Subject; readonly viewer: Subject },
  now: number,
  newId: (prefix: string) => string,
): Record<string, string> {
  const { admin, viewer } = people;
  const pair = sessions.open(admin);
  const family = newId('ses');
  const claims = (lifetime: number, at = now) => claimsOf(admin, 'access', at, lifetime, newId('at'), family);
  const used = sessions.open(admin).refresh_token;
  sessions.refresh(used);
  return {
    valid: pair.access_token,
    refresh: pair.refresh_token,
    expired: sign(claims(3600, now - 2 * 3600_000)),
    notYetValid: sign({ ...claims(2 * 3600), nbf: Math.floor(now / 1000) + 3600 }),
    otherIssuer: signHs256(
      { ...claims(3600), iss: 'stateset-production' },
      'the secret of another environment',
    ),
    badSignature: signHs256(claims(3600), 'a wrong secret'),
    truncated: pair.access_token.slice(0, -20),
    algNone: unsecured(claims(3600)),
    viewer: sessions.open(viewer).access_token,
    usedRefresh: used,
    expiredRefresh: sign(
      claimsOf(admin, 'refresh', now - 8 * 24 * 3600_000, 7 * 24 * 3600, newId('rt'), family),
    ),
    apiKey: keyWhere(({ role, revoked }) => role === 'admin' && !revoked),
    readOnlyApiKey: keyWhere(({ role, rateLimit }) => role === 'viewer' && !rateLimit),
    revokedApiKey: keyWhere(({ revoked }) => revoked === true),
    twoPerMinuteApiKey: keyWhere(({ rateLimit, usedUp }) => rateLimit === 2 && !usedUp),
    usedUpApiKey: keyWhere(({ usedUp }) => usedUp === true),
  };
}

function keyWhere(holds: (key: (typeof API_KEYS)[string]) => boolean): string {
  return Object.entries(API_KEYS).find(([, key]) => holds(key))?.[0] ?? '';
}
