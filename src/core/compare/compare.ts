import { type Group, groups } from './observed-fields';
import { isGood } from '../diagnose/is-good';
import type { Snapshot, SnapshotField } from './snapshot';

/** Something that was one way and is another; absent on the side that has it not. */
export interface Difference {
  readonly group: Group;
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  /** Both sides read alike without their secrets, and are not the same. */
  readonly isHidden: boolean;
}

/** Milliseconds and times by which a phase has to differ to be worth a line. */
const notable = { milliseconds: 100, times: 2 };

/** What differs between two diagnoses, causes before consequences. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Difference[] {
  const old = byKey(before.fields);
  const now = byKey(after.fields);
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys]
    .flatMap((key) => difference(old.get(key), now.get(key)) ?? [])
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

function difference(old: SnapshotField | undefined, now: SnapshotField | undefined): Difference | undefined {
  const field = now ?? old;
  if (!field || (old && now && areSame(old, now))) return undefined;
  if (field.group === 'timing' && !isNotable(Number(old?.value ?? 0), Number(now?.value ?? 0)))
    return undefined;
  return {
    group: field.group,
    name: field.name,
    ...(old ? { before: old.value } : {}),
    ...(now ? { after: now.value } : {}),
    isHidden: old !== undefined && old.value === now?.value,
  };
}

/** What was kept from another window has no fingerprint: there it is what is shown that counts. */
const areSame = (old: SnapshotField, now: SnapshotField): boolean =>
  old.fingerprint === undefined || now.fingerprint === undefined
    ? old.value === now.value
    : old.fingerprint === now.fingerprint;

const isNotable = (old: number, now: number): boolean =>
  Math.abs(now - old) >= notable.milliseconds && Math.max(now, old) >= notable.times * Math.min(now, old);

const byKey = (fields: readonly SnapshotField[]): Map<string, SnapshotField> =>
  new Map(fields.map((field) => [`${field.group} ${field.name}`, field]));

/**
 * The latest diagnosis of the same request that went well: the same name, where both have one in the
 * same file, else the same method and path.
 * `history` is in the order in which it happened.
 */
export function lastGood(history: readonly Snapshot[], current: Snapshot): Snapshot | undefined {
  return history.findLast((other) => other !== current && isGood(other) && isSameRequest(other, current));
}

function isSameRequest(a: Snapshot, b: Snapshot): boolean {
  if (a.uri === b.uri && a.request.name !== undefined && b.request.name !== undefined)
    return a.request.name === b.request.name;
  return a.request.method === b.request.method && pathOf(a) === pathOf(b);
}

const pathOf = ({ request: { url } }: Snapshot): string => (URL.canParse(url) ? new URL(url).pathname : url);
