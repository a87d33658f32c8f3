import { partOfPart, spellings } from './traces';

/** Every part, long enough to tell, of every spelling of many secrets: found in one pass over a text of any size. */
export function windowsOf(secrets: Iterable<string>): ReadonlySet<string> {
  const windows = new Set<string>();
  for (const secret of secrets)
    for (const [spelling, size] of spellings(secret))
      if (size === 1)
        for (let start = 0; start + partOfPart <= spelling.length; start++)
          windows.add(spelling.slice(start, start + partOfPart));
  return windows;
}

/** The first of them in a text, with what stands around it. */
export function traceIn(text: string, windows: ReadonlySet<string>): string | undefined {
  for (let start = 0; start + partOfPart <= text.length; start++)
    if (windows.has(text.slice(start, start + partOfPart)))
      return `…${text.slice(Math.max(0, start - 100), start + 40)}…`;
  return undefined;
}
