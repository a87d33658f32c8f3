import type { ProblemRef } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import type { Problem } from '../catalog/catalog';
import type { Source } from '../catalog/format';
import type { Mention } from '../recognize/mention';
import { isPlainWord } from '../recognize/words';
import type { Language } from '../text/language';
import type { ApiEvidence } from './api-evidence';
import type { Explanation } from './explanation';
import { misplacedCode } from './misplaced-code';

/** Other APIs that a hover names at most. */
const namedOthers = 4;
/** A status is everybody's: one message that an API's catalog happens to hold does not make it that API's. */
const enoughForStatus = 10;
/** Problems that are ranked at most where very many share a code. */
const rankedAtMost = 500;

/** Explains a mention for the API that the evidence speaks for; nothing where no catalog knows it. */
export function explain(
  mention: Mention,
  text: string,
  evidence: ApiEvidence,
  index: CatalogIndex,
  language: Language,
): Explanation | undefined {
  const [best, ...rest] = rank(mention, text, evidence, index);
  if (best === undefined) return undefined;
  const others = rest.slice(0, namedOthers).map((ref) => index.problem(ref));
  return {
    ...explainProblem(index.problem(best), index, language),
    computed: [],
    others: others.map((problem) => ({
      api: { id: problem.api, name: nameOf(problem.api, index) },
      problem: { id: problem.id, title: problem.title[language] },
    })),
    mention: {
      kind: mention.kind,
      text: text.slice(mention.start, mention.end),
      start: mention.start,
      end: mention.end,
    },
  };
}

/**
 * Explains a place that several mentions cover, longest first: by the longest, unless a shorter one is of an API that
 * the evidence speaks for where the longest is everybody's.
 */
export function explainBest(
  mentions: readonly Mention[],
  text: string,
  evidence: ApiEvidence,
  index: CatalogIndex,
  language: Language,
): Explanation | undefined {
  const isSpokenFor = ({ api }: Explanation): boolean =>
    index.apis.some(
      ({ id, standard }, number) => id === api.id && !standard && (evidence.get(number) ?? 0) > 0,
    );
  let longest: Explanation | undefined;
  for (const mention of mentions) {
    const explanation = explain(mention, text, evidence, index, language);
    if (explanation && isSpokenFor(explanation)) return explanation;
    longest ??= explanation;
  }
  return longest;
}

/** A problem in one language, for whoever shows it. */
export function explainProblem(
  problem: Problem,
  index: CatalogIndex,
  language: Language,
): Omit<Explanation, 'others' | 'mention' | 'computed'> {
  return {
    api: { id: problem.api, name: nameOf(problem.api, index) },
    problem: {
      id: problem.id,
      title: problem.title[language],
      summary: problem.summary[language],
      status: problem.status,
      codes: problem.codes ?? [],
    },
    causes: problem.causes.map(({ id, title, explanation, fix }) => ({
      id,
      title: title[language],
      explanation: explanation[language],
      fix: fix[language],
    })),
    steps: (problem.steps ?? []).map((step) => step[language]),
    retry: problem.retry,
    source: titleOf(problem.source),
  };
}

export const titleOf = (source: Source): string => (typeof source === 'string' ? source : source.title);

const nameOf = (api: string, index: CatalogIndex): string =>
  index.apis.find(({ id }) => id === api)?.name ?? api;

/**
 * The problems that a mention may mean, best first. A status that an API uses for several problems is explained by
 * the standard, with those problems named; one that it uses for a single problem is that problem.
 */
function rank(mention: Mention, text: string, evidence: ApiEvidence, index: CatalogIndex): ProblemRef[] {
  const isMisplaced = misplacedCode(mention, text, index);
  const scored = mention.problems.slice(0, rankedAtMost).map((ref) => ({
    ref,
    standard: index.apiOf(ref).standard === true,
    weight: evidence.get(index.apiNumberOf(ref)) ?? 0,
  }));
  const byWeight = (a: { weight: number }, b: { weight: number }): number => b.weight - a.weight;
  // What contradicts an API rules it out; and FORBIDDEN or TIMEOUT is nobody's until something speaks for an API.
  const needed = mention.kind === 'code' && isPlainWord(mention.name) ? 1 : 0;
  const isMeant = ({ ref, weight, standard }: (typeof scored)[number]): boolean =>
    !standard &&
    weight >= needed &&
    !isMisplaced({ number: index.apiNumberOf(ref), envelope: index.apiOf(ref).envelope, weight });
  const apis = scored.filter(isMeant).sort(byWeight);
  const standards = scored.filter(({ standard }) => standard);
  if (mention.kind !== 'status') {
    // What a standard knows too is the standard's, until something speaks for an API.
    const spokenFor = apis.filter(({ weight }) => weight > 0);
    return [...spokenFor, ...standards, ...apis.filter(({ weight }) => weight <= 0)].map(({ ref }) => ref);
  }

  const meant = apis.filter(({ weight }) => weight >= enoughForStatus && weight === apis[0]?.weight);
  const ordered = meant.length === 1 ? [...meant, ...standards] : [...standards, ...meant];
  return ordered.map(({ ref }) => ref);
}
