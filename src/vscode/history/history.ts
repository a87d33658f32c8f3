import { compareSnapshots, lastGood } from '../../core/compare/compare';
import { type Snapshot, takeSnapshot, toKeep } from '../../core/compare/snapshot';
import { isGood } from '../../core/diagnose/is-good';
import type { Exchange } from '../../core/exchange/exchange';
import type { Diagnosed } from '../diagnose/diagnose-request';
import type { Changes } from '../panel/view/changes';

/** Diagnoses that are remembered. */
const most = 50;

/** Under which it is kept; another form of it gets another number. */
const key = 'history:1';

/** Where a workspace's state is kept: VS Code's `Memento`. */
export interface Store {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/**
 * The last diagnoses of this workspace, without secrets: in memory, and in its state only where the user wants it kept.
 */
export class History {
  private snapshots: Snapshot[];
  /** By the exchange: what a diagnosis says may grow, the exchange stays. */
  private readonly of = new WeakMap<Exchange, Snapshot>();
  private readonly salt = crypto.randomUUID();

  constructor(
    private readonly store: Store,
    private readonly isKept: () => boolean,
  ) {
    const kept = isKept() ? store.get(key) : undefined;
    this.snapshots = Array.isArray(kept) ? (kept as Snapshot[]) : [];
  }

  add(diagnosed: Diagnosed): void {
    const { diagnosis, raw, exchange, api } = diagnosed;
    const snapshot = takeSnapshot(diagnosis, raw, exchange, api, this.salt);
    this.of.set(raw, snapshot);
    this.snapshots = [...this.snapshots, snapshot].slice(-most);
    // Where it is wanted no more, what was kept goes.
    if (this.isKept()) void this.store.update(key, this.snapshots.map(toKeep));
    else if (this.store.get(key) !== undefined) void this.store.update(key, undefined);
  }

  /** Those before and after a diagnosis, the latest first. */
  others({ raw }: Diagnosed): Snapshot[] {
    const own = this.of.get(raw);
    return this.snapshots.filter((each) => each !== own).reverse();
  }

  /** What differs from another diagnosis; without one, from the last time that a failed request worked. */
  changes({ raw }: Diagnosed, chosen?: Snapshot): Changes | undefined {
    const own = this.of.get(raw);
    if (!own) return undefined;
    const before = chosen ?? (isGood(own) ? undefined : lastGood(this.snapshots, own));
    return before && { before, differences: compareSnapshots(before, own) };
  }
}
