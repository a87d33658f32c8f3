import { compareSnapshots, lastGood } from '../../core/compare/compare';
import { isGood, type Snapshot, takeSnapshot } from '../../core/compare/snapshot';
import type { Diagnosed } from '../diagnose/diagnose-request';
import type { Changes } from '../panel/view/changes';

/** Diagnoses that are remembered. */
const most = 50;

/** The last diagnoses of this window, without secrets, in memory only. */
export class History {
  private snapshots: Snapshot[] = [];
  private readonly of = new WeakMap<Diagnosed, Snapshot>();
  private readonly salt = crypto.randomUUID();

  add(diagnosed: Diagnosed): void {
    const { diagnosis, raw, exchange, api } = diagnosed;
    const snapshot = takeSnapshot(diagnosis, raw, exchange, api, this.salt);
    this.of.set(diagnosed, snapshot);
    this.snapshots = [...this.snapshots, snapshot].slice(-most);
  }

  /** Those before and after a diagnosis, the latest first. */
  others(diagnosed: Diagnosed): Snapshot[] {
    const own = this.of.get(diagnosed);
    return this.snapshots.filter((each) => each !== own).reverse();
  }

  /** What differs from another diagnosis; without one, from the last time that a failed request worked. */
  changes(diagnosed: Diagnosed, chosen?: Snapshot): Changes | undefined {
    const own = this.of.get(diagnosed);
    if (!own) return undefined;
    const before = chosen ?? (isGood(own) ? undefined : lastGood(this.snapshots, own));
    return before && { before, differences: compareSnapshots(before, own) };
  }
}
