import type { Problem, ProblemRef } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import { editDistance } from '../catalog/nearest';
import { languages } from '../text/language';

/** What a word counts for, by the part of a problem that it stands in. */
const weights = { code: 6, title: 4, message: 3, keyword: 3, summary: 1 } as const;

/** How well a word of the question fits a word of a problem: itself, its beginning, a part, a misspelling. */
const fits = { same: 1, begins: 0.8, contains: 0.5, misspelt: 0.5 } as const;

export interface SearchIndex {
  /** The problems that answer a question best, best first. Words may be cut, misspelt, or without accents. */
  find(question: string, most?: number): ProblemRef[];
}

/** Makes every problem searchable by codes, statuses, titles, messages, keywords and symptoms, in all languages. */
export function buildSearchIndex(index: CatalogIndex): SearchIndex {
  /** Word → the problems that it stands in, each with the word's weight there. */
  const vocabulary = new Map<string, Map<ProblemRef, number>>();
  for (let ref = 0; ref < index.size; ref++) {
    for (const [word, weight] of weighWords(index.problem(ref), index.apiOf(ref).name)) {
      const places = vocabulary.get(word) ?? new Map<ProblemRef, number>();
      places.set(ref, weight);
      vocabulary.set(word, places);
    }
  }
  return {
    find(question, most = 100) {
      const wanted = searchWords(question);
      const found = new Map<ProblemRef, { words: number; score: number }>();
      for (const word of wanted) {
        for (const [ref, score] of scoreWord(word, vocabulary)) {
          const before = found.get(ref) ?? { words: 0, score: 0 };
          found.set(ref, { words: before.words + 1, score: before.score + score });
        }
      }
      return [...found]
        .sort(([, a], [, b]) => b.words - a.words || b.score - a.score)
        .slice(0, most)
        .map(([ref]) => ref);
    },
  };
}

/** Lower-case words without accents; a code counts whole and by its parts. */
function searchWords(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return [
    ...new Set(
      words.flatMap((word) => (word.includes('_') ? [word, ...word.split('_')] : [word])).filter(Boolean),
    ),
  ];
}

function weighWords(problem: Problem, api: string): Map<string, number> {
  const weighed = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of searchWords(text)) weighed.set(word, Math.max(weight, weighed.get(word) ?? 0));
  };
  for (const text of [...(problem.codes ?? []), ...problem.status.map(String), ...(problem.names ?? [])])
    add(text, weights.code);
  for (const text of problem.messages ?? []) add(text, weights.message);
  for (const text of [...(problem.keywords ?? []), api]) add(text, weights.keyword);
  for (const language of languages) {
    add(problem.title[language], weights.title);
    add(problem.summary[language], weights.summary);
    for (const cause of problem.causes) add(cause.title[language], weights.summary);
  }
  return weighed;
}

/** Each problem's best score for one word of the question. */
function scoreWord(
  wanted: string,
  vocabulary: ReadonlyMap<string, ReadonlyMap<ProblemRef, number>>,
): Map<ProblemRef, number> {
  const scores = new Map<ProblemRef, number>();
  for (const [word, places] of vocabulary) {
    const fit = fitOf(wanted, word);
    if (fit === 0) continue;
    for (const [ref, weight] of places) scores.set(ref, Math.max(scores.get(ref) ?? 0, fit * weight));
  }
  return scores;
}

function fitOf(wanted: string, word: string): number {
  if (word === wanted) return fits.same;
  if (word.startsWith(wanted)) return fits.begins;
  if (wanted.length >= 3 && word.includes(wanted)) return fits.contains;
  const allowed = wanted.length >= 8 ? 2 : wanted.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(word.length - wanted.length) > allowed || /^\d+$/.test(wanted)) return 0;
  return editDistance(wanted, word) <= allowed ? fits.misspelt : 0;
}
