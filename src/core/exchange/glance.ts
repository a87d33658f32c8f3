import { dateClaim } from './facts/jwt/times';
import type { Reading } from './reading';

/** The few times and numbers of an exchange that are worth a picture; milliseconds since the epoch. */
export interface Glance {
  readonly token?: TokenLifetime;
  readonly quota?: QuotaWindow;
}

/** When the token of the request is good (RFC 7519 §4.1.4–6), and what the clocks say. */
export interface TokenLifetime {
  readonly issuedAt?: number;
  readonly notBefore?: number;
  readonly expiresAt: number;
  /** The local clock when the answer came; without an answer, now. */
  readonly localNow: number;
  /** The server's clock at that moment, where the answer showed it. */
  readonly serverNow?: number;
}

/** The window of a rate limit, by the local clock. */
export interface QuotaWindow {
  readonly limit?: number;
  readonly remaining?: number;
  /** Length of the window, milliseconds. */
  readonly window?: number;
  readonly resetAt?: number;
  readonly retryAt?: number;
  /** When the answer came. */
  readonly at: number;
}

/** Reads what there is to draw; nothing of it is secret. */
export function glanceAt(reading: Reading): Glance {
  const token = tokenLifetime(reading);
  const quota = quotaWindow(reading);
  return { ...(token ? { token } : {}), ...(quota ? { quota } : {}) };
}

function tokenLifetime({ jwt, answer, clock, now }: Reading): TokenLifetime | undefined {
  const claims = jwt?.payload;
  const expiresAt = claims && dateClaim(claims, 'exp');
  if (!claims || expiresAt === undefined) return undefined;
  return {
    issuedAt: dateClaim(claims, 'iat'),
    notBefore: dateClaim(claims, 'nbf'),
    expiresAt,
    localNow: answer?.receivedAt ?? now,
    serverNow: clock?.at,
  };
}

function quotaWindow({ rateLimit, answer }: Reading): QuotaWindow | undefined {
  if (!rateLimit || !answer) return undefined;
  const { limit, remaining, window, resetAt, retryAt } = rateLimit;
  return { limit, remaining, window, resetAt, retryAt, at: answer.receivedAt };
}
