/** What a value is held against; without any of these, that there is one. */
export interface Comparison {
  readonly equals?: unknown;
  readonly in?: readonly unknown[];
  readonly exists?: boolean;
  /** A number, or the path of another one beside it. */
  readonly below?: number | string;
  readonly above?: number | string;
}

/** Whether a value passes; `at` reads the value at another path. */
export function passes(value: unknown, comparison: Comparison, at: (path: string) => unknown): boolean {
  const exists = value !== undefined && value !== null;
  if (comparison.exists !== undefined && exists !== comparison.exists) return false;
  if (comparison.exists === false) return true;
  if (!exists) return false;
  if ('equals' in comparison && !isEqual(value, comparison.equals)) return false;
  if (comparison.in && !comparison.in.some((each) => isEqual(value, each))) return false;
  const number = (bound: number | string): number =>
    typeof bound === 'number' ? bound : toNumber(at(bound));
  if (comparison.below !== undefined && !(toNumber(value) < number(comparison.below))) return false;
  return comparison.above === undefined || toNumber(value) > number(comparison.above);
}

/** A list is equal to what it contains: `roles` of `[viewer]` equals `viewer`. */
function isEqual(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => isEqual(each, wanted));
  return (
    value === wanted ||
    (typeof value !== 'object' && typeof wanted !== 'object' && String(value) === String(wanted))
  );
}

function toNumber(value: unknown): number {
  return typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : NaN;
}
