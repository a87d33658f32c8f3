import { PERMISSIONS, type Principal } from './principal';

interface ApiKey {
  readonly role: keyof typeof PERMISSIONS;
  readonly revoked?: boolean;
  /** Requests a minute, where it is not the usual number. */
  readonly rateLimit?: number;
  /** Another program uses the key too, and has just used up the minute's quota when the first request comes. */
  readonly usedUp?: boolean;
}

/** Keys that the sandbox knows from its start. */
export const API_KEYS: Readonly<Record<string, ApiKey>> = {
  'sandbox-key-full-access': { role: 'admin' },
  'sandbox-key-read-only': { role: 'viewer' },
  'sandbox-key-revoked': { role: 'admin', revoked: true },
  'sandbox-key-two-per-minute': { role: 'viewer', rateLimit: 2 },
  'sandbox-key-shared-quota': { role: 'viewer', rateLimit: 2, usedUp: true },
};

/** Whom `key` stands for; nothing where it is unknown or revoked. */
export function principalOfKey(key: string): Principal | undefined {
  const known = Object.hasOwn(API_KEYS, key) ? API_KEYS[key] : undefined;
  if (!known || known.revoked) return undefined;
  return { subject: key, permissions: PERMISSIONS[known.role], rateLimit: known.rateLimit };
}
