import type { ProblemRef } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import type { Problem } from '../catalog/catalog';
import type { Source } from '../catalog/format';
import type { Mention } from '../recognize/mention';
import { isPlainWord } from '../recognize/words';
import type { Language } from '../text/language';
import { type ApiEvidence, loopbackWeight, nameWeight } from './api-evidence';
import type { Explanation } from './explanation';
import { shapeWeight } from './envelope-evidence';
import { misplacedCode } from './misplaced-code';
import { isOrdinaryName } from './ordinary-name';
import { toldApart } from './told-apart';

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
  return explainRanked(mention, text, rank(mention, text, evidence, index), index, language);
}

function explainRanked(
  mention: Mention,
  text: string,
  [best, ...rest]: readonly ProblemRef[],
  index: CatalogIndex,
  language: Language,
): Explanation | undefined {
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
 * the evidence speaks for where the longest is everybody's, or one of everybody where nothing speaks for an API.
 */
export function explainBest(
  mentions: readonly Mention[],
  text: string,
  evidence: ApiEvidence,
  index: CatalogIndex,
  language: Language,
): Explanation | undefined {
  let longest: Explanation | undefined;
  let everybodys: Explanation | undefined;
  for (const mention of mentions) {
    const ranked = rank(mention, text, evidence, index);
    const [best] = ranked;
    if (best === undefined) continue;
    const isSpokenFor =
      !index.apiOf(best).standard && weightOf(best, evidence, index) > weightAlone(mention, index);
    if (isSpokenFor) return explainRanked(mention, text, ranked, index, language);
    everybodys ??= index.apiOf(best).standard
      ? explainRanked(mention, text, ranked, index, language)
      : undefined;
    longest ??= explainRanked(mention, text, ranked, index, language);
  }
  return everybodys ?? longest;
}

const weightOf = (ref: ProblemRef, evidence: ApiEvidence, index: CatalogIndex): number =>
  evidence.get(index.apiNumberOf(ref)) ?? 0;

/**
 * What may speak for an API without telling anything: the name itself, where no other API has it, and a server on this
 * machine, which may be anybody's.
 */
const weightAlone = (mention: Mention, index: CatalogIndex): number =>
  loopbackWeight + weightOfName(mention, index);

/** What the name itself counts for, which no other API has. */
function weightOfName({ kind, name, problems }: Mention, index: CatalogIndex): number {
  if ((kind !== 'code' && kind !== 'message') || (kind === 'code' && isPlainWord(name))) return 0;
  const apis = new Set(
    problems.filter((ref) => !index.apiOf(ref).standard).map((ref) => index.apiNumberOf(ref)),
  );
  return apis.size === 1 ? nameWeight : 0;
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
    weight: weightOf(ref, evidence, index),
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
    // What a standard knows too is the standard's, until something speaks for an API; a word needs more than a name.
    const isWord =
      standards.length > 0 && mention.kind === 'code' && mention.name === mention.name.toLowerCase();
    const alone = weightAlone(mention, index);
    const isSpokenFor = ({ weight }: { weight: number }): boolean =>
      weight > alone && (!isWord || weight - weightOfName(mention, index) >= shapeWeight);
    const refs = (some: typeof scored): ProblemRef[] => some.map(({ ref }) => ref);
    const others = refs(apis.filter((api) => !isSpokenFor(api)));
    const spokenFor = refs(apis.filter(isSpokenFor));
    if (standards.length > 0)
      return [...spokenFor, ...toldApart(refs(standards), mention, text, index), ...others];
    return [...(spokenFor.length > 0 ? spokenFor : neutralMeaning(mention, others, index)), ...others];
  }

  const meant = apis.filter(({ weight }) => weight >= enoughForStatus && weight === apis[0]?.weight);
  const ordered = meant.length === 1 ? [...meant, ...standards] : [...standards, ...meant];
  return ordered.map(({ ref }) => ref);
}

/**
 * What a name of an API says where nothing speaks for that API: if several have it, or it is made of words that every
 * API uses, the status that it comes with is all that is certain.
 */
function neutralMeaning({ name }: Mention, refs: readonly ProblemRef[], index: CatalogIndex): ProblemRef[] {
  const [best] = refs;
  if (best === undefined) return [];
  const isShared = refs.some((ref) => index.apiNumberOf(ref) !== index.apiNumberOf(best));
  const [status] = index.problem(best).status;
  if (status === undefined || !(isShared || isOrdinaryName(name))) return [];
  return index
    .withStatus(status)
    .filter((ref) => index.apiOf(ref).standard)
    .slice(0, 1);
}
