import { bearerChallenge } from '../../auth/challenge';
import { authorizationOf } from '../../auth/credentials';
import type { Call } from '../../server/call';
import { refuse, type Refusal } from './errors';
import { IDS } from './seed';

/** Who is calling. */
export interface Principal {
  readonly key: string;
  /** `monitor` reads, `manage` also changes and runs. */
  readonly access: 'manage' | 'monitor';
  /** The integrations that it reaches; all of them where absent. */
  readonly integrations?: readonly string[];
  /** Other programs use the key too and have used up the minute's quota when the first request comes. */
  readonly shared?: boolean;
}

export const ANONYMOUS: Principal = { key: '', access: 'monitor', integrations: [] };

interface ApiKey extends Omit<Principal, 'key'> {
  readonly disabled?: boolean;
  readonly environment?: 'production';
}

/** Opaque keys, all of one account. This API plays the account's sandbox environment. */
const API_KEYS: Readonly<Record<string, ApiKey>> = {
  'celigo-sandbox-key-manage': { access: 'manage' },
  'celigo-sandbox-key-monitor': { access: 'monitor' },
  'celigo-sandbox-key-one-integration': { access: 'manage', integrations: [IDS.orders.integration] },
  'celigo-sandbox-key-disabled': { access: 'manage', disabled: true },
  'celigo-sandbox-key-shared': { access: 'manage', shared: true },
  'celigo-production-key-manage': { access: 'manage', environment: 'production' },
};

/** Whom the API key stands for. An unknown, a disabled and a production key get the same answer. */
export function authenticate(call: Call): Principal | Refusal {
  const authorization = authorizationOf(call);
  const key = authorization.kind === 'bearer' ? authorization.token : '';
  const known = Object.hasOwn(API_KEYS, key) ? API_KEYS[key] : undefined;
  if (!known || known.disabled || known.environment) return unauthorized();
  const { access, integrations, shared } = known;
  return { key, access, integrations, shared };
}

export function authorize({ access }: Principal, permission: string): Refusal | undefined {
  return permission === 'manage' && access !== 'manage' ? refuse('forbidden') : undefined;
}

/** Whether `principal` may see what belongs to `integration`. */
export function reaches({ integrations }: Principal, integration: unknown): boolean {
  return !integrations || integration === undefined || integrations.includes(String(integration));
}

/** A 401 with its challenge (RFC 9110 §11.6.1), which tells nothing about the key. */
export const unauthorized = (): Refusal =>
  refuse('unauthorized', { headers: { 'WWW-Authenticate': bearerChallenge({ realm: 'integrator.io' }) } });

/** Ready keys, by what is right or wrong with them. */
export const KEYS_FOR_TESTS: Readonly<Record<string, string>> = {
  manage: 'celigo-sandbox-key-manage',
  monitor: 'celigo-sandbox-key-monitor',
  oneIntegration: 'celigo-sandbox-key-one-integration',
  disabled: 'celigo-sandbox-key-disabled',
  production: 'celigo-production-key-manage',
  shared: 'celigo-sandbox-key-shared',
};
