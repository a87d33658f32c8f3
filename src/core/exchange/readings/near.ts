/** Whether two path segments are the same word but for one slip: an edit, the case, or singular for plural. */
export function areNear(known: string, written: string): boolean {
  const a = known.toLowerCase();
  const b = written.toLowerCase();
  if (a === b || a.replace(/[-_]/g, '') === b.replace(/[-_]/g, '')) return known !== written;
  if (singular(a) === singular(b)) return true;
  // In short words one edit makes another word: `users` and `uses`, yet not `me` and `ma`; ids are never words.
  return Math.min(a.length, b.length) >= 2 && !/^\d+$/.test(b) && oneEditApart(a, b);
}

const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/** One character inserted, deleted, replaced, or two neighbours swapped. */
function oneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return start < short.length;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}
