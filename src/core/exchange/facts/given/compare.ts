import type { Truth } from '../../fact';

/** What a value is held against; without any of these, that there is one. */
export interface Comparison {
  readonly equals?: unknown;
  readonly in?: readonly unknown[];
  readonly exists?: boolean;
  /** A number, or the path of another one beside it. */
  readonly below?: number | string;
  readonly above?: number | string;
}

/** Whether a value passes; unknown where there is none to compare. `at` reads the value at another path. */
export function passes(value: unknown, comparison: Comparison, at: (path: string) => unknown): Truth {
  const exists = value !== undefined && value !== null;
  if (comparison.exists !== undefined && exists !== comparison.exists) return false;
  if (comparison.exists === false) return true;
  const { in: list, below, above } = comparison;
  const compares = 'equals' in comparison || list !== undefined || below !== undefined || above !== undefined;
  if (!compares) return exists;
  if (!exists) return 'unknown';
  if ('equals' in comparison && !isEqual(value, comparison.equals)) return false;
  if (list && !list.some((each) => isEqual(value, each))) return false;
  if (below === undefined && above === undefined) return true;
  const number = (bound: number | string): number =>
    typeof bound === 'number' ? bound : toNumber(at(bound));
  const [low, high] = [
    above === undefined ? -Infinity : number(above),
    below === undefined ? Infinity : number(below),
  ];
  const own = toNumber(value);
  if ([own, low, high].some(Number.isNaN)) return 'unknown';
  return own > low && own < high;
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
