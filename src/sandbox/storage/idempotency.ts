import { createHash } from 'node:crypto';
import { BoundedMap } from './bounded-map';
import type { Answer } from '../server/answer';

export type Replay =
  | { readonly kind: 'first'; finish(answer: Answer): void; abandon(): void }
  | { readonly kind: 'replayed'; readonly answer: Answer }
  /** The first request with this key is not answered yet. */
  | { readonly kind: 'in-progress' }
  /** The key was used with another payload. */
  | { readonly kind: 'mismatch' };

interface Entry {
  readonly fingerprint: string;
  readonly expiresAt: number;
  answer?: Answer;
}

/** Answers kept by `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07 §2). */
export class IdempotencyStore {
  readonly #entries = new BoundedMap<string, Entry>(1000);

  /** `lifetimeMs`: how long a key is remembered, milliseconds. */
  constructor(
    private readonly lifetimeMs: number,
    private readonly now: () => number,
  ) {}

  /** `scope` keeps the keys of one credential and endpoint apart from those of others. */
  begin(scope: string, key: string, payload: string): Replay {
    const id = JSON.stringify([scope, key]);
    const fingerprint = createHash('sha256').update(payload).digest('base64');
    const known = this.#entries.get(id);
    if (known && known.expiresAt > this.now()) {
      if (known.fingerprint !== fingerprint) return { kind: 'mismatch' };
      return known.answer ? { kind: 'replayed', answer: known.answer } : { kind: 'in-progress' };
    }
    const entry: Entry = { fingerprint, expiresAt: this.now() + this.lifetimeMs };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return {
      kind: 'first',
      finish: (answer) => void (entry.answer = answer),
      abandon: () => void this.#entries.delete(id),
    };
  }
}
