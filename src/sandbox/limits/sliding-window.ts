import { BoundedMap } from '../storage/bounded-map';

/** How many credentials are watched at once. */
const MAX_KEYS = 10_000;

export interface Quota {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the oldest counted request leaves the window, milliseconds since the epoch. */
  readonly resetAt: number;
}

/** A sliding-window log: exact, and fair to a client that waits as long as it is told. */
export class SlidingWindowLimiter {
  readonly #hits = new BoundedMap<string, number[]>(MAX_KEYS);

  /** `windowMs` is the length of the window, milliseconds. */
  constructor(
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Counts one request of `key`, unless `limit` of them are in the window already. */
  take(key: string, limit: number): Quota {
    const now = this.now();
    const hits = (this.#hits.get(key) ?? []).filter((at) => at > now - this.windowMs);
    const allowed = hits.length < limit;
    if (allowed) hits.push(now);
    this.#hits.set(key, hits);
    return {
      allowed,
      limit,
      remaining: Math.max(0, limit - hits.length),
      resetAt: (hits[0] ?? now) + this.windowMs,
    };
  }

  /** As `take`, of a quota that other programs use too: just before the first request of `key` they have used it up. */
  takeShared(key: string, limit: number): Quota {
    if (!this.#hits.has(key)) this.#hits.set(key, Array<number>(limit).fill(this.now()));
    return this.take(key, limit);
  }

  /** Gives `key` its whole quota back. */
  forget(key: string): void {
    this.#hits.delete(key);
  }
}
