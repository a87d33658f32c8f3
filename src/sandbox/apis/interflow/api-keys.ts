import { bearerChallenge } from '../../auth/challenge';
import { authorizationOf } from '../../auth/credentials';
import type { Call } from '../../server/call';
import { refuse, type ErrorCode, type Refusal } from './errors';

type Permission =
  | 'messages:send'
  | 'messages:read'
  | 'customers:read'
  | 'customers:write'
  | 'channels:read'
  | 'chats:read'
  | 'templates:read'
  | 'reports:read';

/** Who is calling: one key of one organization. */
export interface Principal {
  readonly key: string;
  readonly organization: string;
  readonly permissions: readonly Permission[];
  /** Other programs use the key too and have used up the minute's quota when the first request comes. */
  readonly shared?: boolean;
  /** The month's messages of the plan are used up. */
  readonly outOfQuota?: boolean;
}

export const ANONYMOUS: Principal = { key: '', organization: '', permissions: [] };

interface ApiKey extends Omit<Principal, 'key' | 'organization'> {
  readonly refused?: ErrorCode;
}

const READ: readonly Permission[] = [
  'messages:read',
  'customers:read',
  'channels:read',
  'chats:read',
  'templates:read',
];
const ALL: readonly Permission[] = [...READ, 'messages:send', 'customers:write', 'reports:read'];

/** The organization of all keys that the sandbox knows. */
export const ORGANIZATION = 'org_1001';

const API_KEYS: Readonly<Record<string, ApiKey>> = {
  ifk_sandbox_completa: { permissions: ALL },
  ifk_sandbox_leitura: { permissions: READ },
  ifk_sandbox_compartilhada: { permissions: ALL, shared: true },
  ifk_sandbox_semcota: { permissions: ALL, outOfQuota: true },
  ifk_sandbox_revogada: { permissions: ALL, refused: 'REVOKED_KEY' },
  ifk_sandbox_expirada: { permissions: ALL, refused: 'TOKEN_EXPIRED' },
};

/** Whom the key stands for. What does not look like a key at all is malformed, and not unknown. */
export function authenticate(call: Call): Principal | Refusal {
  const authorization = authorizationOf(call);
  if (authorization.kind !== 'bearer') return unauthorized('UNAUTHORIZED');
  const key = authorization.token;
  if (!/^ifk_\w+$/.test(key)) return unauthorized('INVALID_TOKEN');
  const known = Object.hasOwn(API_KEYS, key) ? API_KEYS[key] : undefined;
  if (!known) return unauthorized('UNAUTHORIZED');
  const { refused, ...granted } = known;
  return refused ? unauthorized(refused) : { key, organization: ORGANIZATION, ...granted };
}

export function authorize({ permissions }: Principal, permission: string): Refusal | undefined {
  return permissions.some((granted) => granted === permission)
    ? undefined
    : refuse('INSUFFICIENT_PERMISSIONS');
}

/** A 401 with its challenge (RFC 9110 §11.6.1). */
export const unauthorized = (code: ErrorCode): Refusal =>
  refuse(code, { headers: { 'WWW-Authenticate': bearerChallenge({ realm: 'interflow' }) } });

/** Ready keys, by what is right or wrong with them. */
export const KEYS_FOR_TESTS: Readonly<Record<string, string>> = {
  full: 'ifk_sandbox_completa',
  readOnly: 'ifk_sandbox_leitura',
  shared: 'ifk_sandbox_compartilhada',
  outOfQuota: 'ifk_sandbox_semcota',
  revoked: 'ifk_sandbox_revogada',
  expired: 'ifk_sandbox_expirada',
};
