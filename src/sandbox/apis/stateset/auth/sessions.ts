import { RefreshFamilies } from '../../../auth/refresh-families';
import type { Users } from './users';
import { ACCESS_LIFETIME, claimsOf, readToken, REFRESH_LIFETIME, sign, type Subject } from './tokens';

/** The answer of the login and refresh endpoints (RFC 6749 §5.1). */
export interface TokenPair {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** Logins and their rotating refresh tokens. */
export class Sessions {
  readonly families = new RefreshFamilies();

  constructor(
    private readonly users: Users,
    private readonly now: () => number,
    private readonly newId: (prefix: string) => string,
  ) {}

  /** Starts a family of tokens. `lifetime` of the access tokens is in seconds and may be negative. */
  open(subject: Subject, lifetime = ACCESS_LIFETIME): TokenPair {
    const family = this.newId('ses');
    const tokenId = this.newId('rt');
    this.families.open(family, subject.id, tokenId);
    return this.#pair(subject, family, tokenId, lifetime);
  }

  /** Trades a refresh token for a new pair. */
  refresh(token: string, lifetime = ACCESS_LIFETIME): TokenPair | 'expired' | 'invalid' {
    const reading = readToken(token, 'refresh', this.now());
    if (reading.kind !== 'valid') return reading.kind;
    const { email, family, jti } = reading.claims;
    const subject = this.users.find(String(email));
    const next = this.newId('rt');
    if (!subject || this.families.rotate(String(family), String(jti), next) !== 'rotated') return 'invalid';
    return this.#pair(subject, String(family), next, lifetime);
  }

  #pair(subject: Subject, family: string, tokenId: string, lifetime: number): TokenPair {
    const at = this.now();
    return {
      access_token: sign(claimsOf(subject, 'access', at, lifetime, this.newId('at'), family)),
      refresh_token: sign(claimsOf(subject, 'refresh', at, REFRESH_LIFETIME, tokenId, family)),
      token_type: 'Bearer',
      expires_in: lifetime,
    };
  }
}
