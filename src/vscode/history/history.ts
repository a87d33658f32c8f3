import { compareSnapshots, lastGood } from '../../core/compare/compare';
import { isGood, type Snapshot, takeSnapshot } from '../../core/compare/snapshot';
import type { Exchange } from '../../core/exchange/exchange';
import type { Diagnosed } from '../diagnose/diagnose-request';
import type { Changes } from '../panel/view/changes';

/** Diagnoses that are remembered. */
const most = 50;

/** The last diagnoses of this window, without secrets, in memory only. */
export class History {
  private snapshots: Snapshot[] = [];
  /** By the exchange: what a diagnosis says may grow, the exchange stays. */
  private readonly of = new WeakMap<Exchange, Snapshot>();
  private readonly salt = crypto.randomUUID();

  add(diagnosed: Diagnosed): void {
    const { diagnosis, raw, exchange, api } = diagnosed;
    const snapshot = takeSnapshot(diagnosis, raw, exchange, api, this.salt);
    this.of.set(raw, snapshot);
    this.snapshots = [...this.snapshots, snapshot].slice(-most);
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
