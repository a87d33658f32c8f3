import { base64Of } from './base64';
import { mask } from './mask';
import { lettersOf, skeletonOf, type Skeleton } from './skeleton';

/** Letters and digits that tell a secret, wherever they stand together. */
const gram = 10;
/** Of all secrets together: what goes beyond is found by its whole spelling only. */
const mostGrams = 200_000;

/**
 * Takes parts of secrets out of a text: of generated ones any run of ten letters and digits, of others the whole, also
 * upper-cased, escaped, broken into lines, and within Base64 or hex of something longer.
 */
export function fragmentRedactor(secrets: Iterable<string>): ((text: string) => string) | undefined {
  const known = new Fragments();
  for (const secret of secrets) {
    // Before a colon stands a name, which is none.
    const bare = secret.slice(secret.lastIndexOf(':') + 1);
    known.add(bare, isGenerated(bare));
    if (bare !== secret) known.add(secret, false);
    for (const shift of [0, 1, 2]) known.add(base64Of(secret, shift), true);
    known.add(hexOf(secret), true);
  }
  return known.isEmpty ? undefined : (text) => known.takenOut(text);
}

class Fragments {
  private readonly grams = new Set<string>();
  /** Secrets that words may be part of, by their first letters. */
  private readonly wholes = new Map<string, string[]>();
  /** Which hashes there are, by their lowest bits: most places of a text are passed over by it. */
  private readonly hashes = new Uint8Array(1 << 16);

  get isEmpty(): boolean {
    return this.grams.size === 0 && this.wholes.size === 0;
  }

  add(spelling: string, inParts: boolean): void {
    const skeleton = skeletonOf(spelling);
    if (skeleton.length < gram || this.grams.size > mostGrams) return;
    eachHash(skeleton, (hash, end) => {
      const start = end - gram;
      if (!inParts && start > 0) return;
      const first = lettersOf(skeleton, start, end);
      this.hashes[hash & 0xffff] = 1;
      if (inParts) this.grams.add(first);
      else
        this.wholes.set(first, [...(this.wholes.get(first) ?? []), lettersOf(skeleton, 0, skeleton.length)]);
    });
  }

  takenOut(text: string): string {
    if (text.length < gram) return text;
    const skeleton = skeletonOf(text);
    const found: [start: number, end: number][] = [];
    eachHash(skeleton, (hash, end) => {
      if (this.hashes[hash & 0xffff] === 0) return;
      const start = end - gram;
      const last = this.endOf(skeleton, start);
      if (last === undefined) return;
      const before = found.at(-1);
      if (before && start <= before[1]) before[1] = Math.max(before[1], last);
      else found.push([start, last]);
    });
    let redacted = '';
    let done = 0;
    for (const [start, end] of found) {
      const [from = 0, to = 0] = [skeleton.starts[start], skeleton.ends[end - 1]];
      redacted += text.slice(done, from) + mask(text.slice(from, to));
      done = to;
    }
    return redacted + text.slice(done);
  }

  /** Where the part of a secret that begins at a place ends, as far as it is known by its first letters. */
  private endOf(skeleton: Skeleton, start: number): number | undefined {
    const first = lettersOf(skeleton, start, start + gram);
    if (this.grams.has(first)) return start + gram;
    for (const each of this.wholes.get(first) ?? [])
      if (start + each.length <= skeleton.length && lettersOf(skeleton, start, start + each.length) === each)
        return start + each.length;
    return undefined;
  }
}

const base = 0x01000193;
const highest = Array.from({ length: gram }).reduce<number>((power) => Math.imul(power, base), 1);

/** Calls back for each run of `gram` letters, with a hash that rolls along (Rabin and Karp) and the place behind it. */
function eachHash({ codes, length }: Skeleton, found: (hash: number, end: number) => void): void {
  let hash = 0;
  for (let at = 0; at < length; at++) {
    hash = (Math.imul(hash, base) + (codes[at] ?? 0)) | 0;
    if (at >= gram) hash = (hash - Math.imul(highest, codes[at - gram] ?? 0)) | 0;
    if (at >= gram - 1) found(hash ^ (hash >>> 16), at + 1);
  }
}

/** Not what a person would write: kinds of characters alternate. Addresses and times are none. */
function isGenerated(secret: string): boolean {
  if (/\s|:\/\/|@|^\d{4}-\d\d-\d\d/.test(secret)) return false;
  const kinds = [...secret].flatMap((char) =>
    /[a-z]/.test(char) ? 'a' : /[A-Z]/.test(char) ? 'A' : /\d/.test(char) ? '0' : [],
  );
  const turns = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  return turns >= 3 && turns >= kinds.length / 6;
}

const hexOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
