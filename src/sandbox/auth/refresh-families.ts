import { BoundedMap } from '../storage/bounded-map';

export type Rotation = 'rotated' | 'reused' | 'unknown' | 'revoked';

/** How often one login was refreshed, for tests that must see a single refresh. */
export interface FamilyState {
  readonly family: string;
  readonly subject: string;
  readonly refreshes: number;
  readonly revoked: boolean;
}

/**
 * Refresh token rotation with reuse detection (OAuth 2.0 Security BCP, RFC 9700 §4.14.2): each refresh token counts once,
 * and a second use revokes all that came from the same login.
 */
export class RefreshFamilies {
  readonly #families = new BoundedMap<
    string,
    { subject: string; current: string; refreshes: number; revoked: boolean }
  >(1000);

  open(family: string, subject: string, tokenId: string): void {
    this.#families.set(family, { subject, current: tokenId, refreshes: 0, revoked: false });
  }

  /** Trades `tokenId` for `next`. */
  rotate(family: string, tokenId: string, next: string): Rotation {
    const state = this.#families.get(family);
    if (!state) return 'unknown';
    if (state.revoked) return 'revoked';
    if (state.current !== tokenId) {
      state.revoked = true;
      return 'reused';
    }
    state.current = next;
    state.refreshes += 1;
    return 'rotated';
  }

  isRevoked(family: string): boolean {
    return this.#families.get(family)?.revoked ?? false;
  }

  state(): FamilyState[] {
    return this.#families
      .entries()
      .map(([family, { subject, refreshes, revoked }]) => ({ family, subject, refreshes, revoked }));
  }
}
