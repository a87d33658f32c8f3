import type { HeaderField } from '../../exchange';

/** The fields of one quota, by what each of them tells; their names as they were sent. */
export interface Family {
  /** What the names share: `x-ratelimit`, `anthropic-ratelimit-requests`, `x-ratelimit-minute`. */
  readonly key: string;
  readonly limit?: string;
  readonly remaining?: string;
  readonly reset?: string;
  /** Requests that were made of the window. */
  readonly used?: string;
  /** A reset that is seconds from now by its name. */
  readonly resetAfter?: string;
}

type Role = Exclude<keyof Family, 'key'>;

const roles: Readonly<Record<string, Role>> = {
  limit: 'limit', remaining: 'remaining', left: 'remaining', reset: 'reset', used: 'used', observed: 'used', resetafter: 'resetAfter',
}; // prettier-ignore

/**
 * Quotas by the names of header fields: `…RateLimit…` or `…Rate-Limit…` with one of the roles before, behind or in the
 * middle, as in `X-RateLimit-Remaining-Minute`. Requests come before tokens and bytes; otherwise as they were sent.
 */
export function findFamilies(fields: readonly HeaderField[]): Family[] {
  const families = new Map<string, Record<string, string>>();
  for (const [name] of fields) {
    const words = name
      .toLowerCase()
      .replace(/rate-limits?(?=-|$)|ratelimits?(?=-|$)/, 'ratelimit')
      .replace('reset-after', 'resetafter')
      .split('-');
    if (!words.includes('ratelimit')) continue;
    const at = words.findIndex((word) => Object.hasOwn(roles, word));
    if (at < 0) continue;
    const key = words.filter((_, index) => index !== at).join('-');
    const family = families.get(key) ?? {};
    family[roles[words[at] ?? ''] ?? ''] ??= name;
    families.set(key, family);
  }
  return [...families]
    .map(([key, family]) => ({ ...family, key }))
    .sort((a, b) => Number(isAmount(a.key)) - Number(isAmount(b.key)));
}

const isAmount = (key: string): boolean => /token|byte|cost|point|unit/.test(key);

const windows: readonly (readonly [word: RegExp, milliseconds: number])[] = [
  [/-(?:second|secondly)(?:-|$)/, 1000],
  [/-(?:minute|minutely)(?:-|$)/, 60_000],
  [/-(?:hour|hourly)(?:-|$)/, 3_600_000],
  [/-(?:day|daily)(?:-|$)/, 86_400_000],
];

/** The length of the window that a family's name tells, in milliseconds. */
export const windowOf = (key: string): number | undefined => windows.find(([word]) => word.test(key))?.[1];
