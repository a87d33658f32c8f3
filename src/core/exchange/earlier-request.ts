/** A request that was sent before with the same idempotency key, as far as the product remembers: for its own session. */
export interface EarlierRequest {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly method: string;
  /** Without the query, which may hold secrets. */
  readonly path: string;
  readonly sameUrl: boolean;
  /** Its body had the same bytes. */
  readonly sameBody: boolean;
  /** What it was answered with, unless it failed. */
  readonly status?: number;
}
