import type { Call } from '../server/call';

/** What an `Authorization` field holds, split at its scheme (RFC 9110 §11.4). */
export type Authorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'other' };

/** Schemes are case-insensitive. A token that stands alone, without a scheme, is `other`. */
export function authorizationOf(call: Call): Authorization {
  const value = call.headers['authorization']?.trim();
  if (!value) return { kind: 'none' };
  const token = /^bearer +(.*)$/i.exec(value)?.[1];
  return token ? { kind: 'bearer', token } : { kind: 'other' };
}
