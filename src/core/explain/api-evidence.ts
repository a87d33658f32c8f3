import type { CatalogIndex } from '../catalog/catalog-index';
import { matchTemplate } from '../recognize/match-template';
import type { Candidate, PatternKind } from '../recognize/pattern-table';
import { isPlainWord } from '../recognize/words';
import { envelopeEvidence } from './envelope-evidence';

/** How strongly each API (by its number in the index) is meant; higher is stronger. */
export type ApiEvidence = ReadonlyMap<number, number>;

/** What one name counts for, a code or message that one API alone has. */
export const nameWeight = 6;
/** A server on this machine, or a path of one word, decides between APIs that share a name, and that is all. */
export const loopbackWeight = 3;

/** How much of the document around a position is looked at, in characters to each side. */
const reach = 6000;

/** What a hint counts for, and how often it may count. */
const weights: Readonly<Record<PatternKind, { each: number; most: number }>> = {
  host: { each: 100, most: 100 },
  word: { each: 30, most: 30 },
  endpoint: { each: 10, most: 40 },
  code: { each: nameWeight, most: 30 },
  message: { each: nameWeight, most: 30 },
  field: { each: 0, most: 0 },
  claim: { each: 0, most: 0 },
};

/**
 * Reads hints of APIs around a position: their hosts, endpoints, names, codes that only one of them has, and the shape
 * of the error body that the position is in.
 */
export function evidenceAround(text: string, offset: number, index: CatalogIndex): ApiEvidence {
  return combineEvidence(
    evidenceIn(text, index, Math.max(0, offset - reach), Math.min(text.length, offset + reach)),
    envelopeEvidence(text, offset, index),
  );
}

/** The same for a whole short text, such as a file name or the host of an environment. */
export function evidenceIn(text: string, index: CatalogIndex, from = 0, to = text.length): ApiEvidence {
  const counted = new Map<number, Map<PatternKind, number>>();
  const candidates = index.patterns.candidatesIn(text, from, to);
  const everybodys = standardMessages(text, candidates, index);
  const names = new Set<string>();
  for (const candidate of candidates) {
    const { kind, text: pattern, owners, start } = candidate;
    const apis = kind === 'code' || kind === 'message' ? apisOfProblems(owners, index) : owners;
    const [first] = apis;
    // A code that several APIs know tells nothing of which one it is; that a standard knows it, too, does not matter.
    if (first === undefined || ((kind === 'code' || kind === 'message') && apis.length > 1)) continue;
    if (kind === 'code' && isPlainWord(pattern)) continue;
    // An endpoint begins with a slash, which is no part of its first word.
    const stands =
      kind === 'message'
        ? !everybodys.has(start) && matchTemplate(text, pattern, candidate) !== undefined
        : text.startsWith(pattern, kind === 'endpoint' ? start - 1 : start);
    if (!stands) continue;
    if (kind === 'code' || kind === 'message') {
      // A log repeats a code; that makes it no more telling.
      if (names.has(pattern)) continue;
      names.add(pattern);
    }
    for (const api of apis) {
      const kinds = counted.get(api) ?? new Map<PatternKind, number>();
      const { each, most } = weights[kind];
      const weight = isAnybodys(kind, pattern) ? loopbackWeight : each;
      kinds.set(kind, Math.min(most, (kinds.get(kind) ?? 0) + weight));
      counted.set(api, kinds);
    }
  }
  return new Map(
    [...counted].map(([api, kinds]) => [api, [...kinds.values()].reduce((sum, weight) => sum + weight, 0)]),
  );
}

/** Where the messages of frameworks and other standards begin: an API that sends them is one of many. */
function standardMessages(
  text: string,
  candidates: readonly Candidate[],
  index: CatalogIndex,
): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const candidate of candidates) {
    if (candidate.kind !== 'message' || starts.has(candidate.start)) continue;
    if (!candidate.owners.some((ref) => index.apiOf(ref).standard)) continue;
    if (matchTemplate(text, candidate.text, candidate)) starts.add(candidate.start);
  }
  return starts;
}

function apisOfProblems(refs: readonly number[], index: CatalogIndex): number[] {
  const apis = new Set<number>();
  for (const ref of refs) {
    if (index.apiOf(ref).standard) continue;
    apis.add(index.apiNumberOf(ref));
    if (apis.size > 1) break;
  }
  return [...apis];
}

/** Adds evidence up; what is said twice counts twice. */
export function combineEvidence(...parts: readonly ApiEvidence[]): ApiEvidence {
  const sum = new Map<number, number>();
  for (const part of parts) for (const [api, weight] of part) sum.set(api, (sum.get(api) ?? 0) + weight);
  return sum;
}

/** `localhost`, `/health`: many APIs have them. */
const isAnybodys = (kind: PatternKind, pattern: string): boolean =>
  (kind === 'host' && isLoopback(pattern)) || (kind === 'endpoint' && /^\/?[^/]*\/?$/.test(pattern));

/** Whether a host is this machine. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127\.|0\.0\.0\.0|\[::1\])/.test(host);
