import { requestRules } from './about-requests';
import { endingWith } from './backwards';
import { callRules } from './calls';
import { holderRules } from './holders';
import { isKnownError } from './known-statuses';
import type { GoesOn } from './lists';
import { messageRules } from './messages';
import { isProgram, type NumberPlace } from './number-place';
import { configurationRules, resultRules, returnRules } from './returns';
import type { StatusRule } from './rule';
import { plainRules, sentenceRules } from './sentences';

/** Rules of one kind, and how a status that they find goes on to the next number. */
interface Kind {
  readonly rules: readonly StatusRule[];
  readonly goesOn: GoesOn;
  /** Whether they count only where people write: outside of programs, in their comments and strings. */
  readonly sentences?: boolean;
}

const kinds: readonly Kind[] = [
  { rules: configurationRules, goesOn: 'spaces' },
  { rules: holderRules, goesOn: 'items' },
  { rules: callRules, goesOn: 'nothing' },
  { rules: returnRules, goesOn: 'branches' },
  { rules: resultRules, goesOn: 'nothing' },
  { rules: plainRules, goesOn: 'items' },
  { rules: [...messageRules, ...sentenceRules], goesOn: 'items', sentences: true },
  { rules: requestRules, goesOn: 'items', sentences: true },
];

/** Every word before a number that some rule is about. */
export const wordsOfRules = (): string[] =>
  kinds.flatMap(({ rules }) => rules.flatMap(({ words }) => words ?? []));

/** The rules of one kind that count in a language, by what they are tried at: few are tried at a number. */
class RuleSet {
  readonly goesOn: GoesOn;
  private readonly sentences: boolean;
  private readonly byWord = new Map<string, Trial[]>();
  private readonly byBefore = new Map<string, Trial[]>();
  /** What is tried after every other character. */
  private readonly anywhere: readonly Trial[];

  constructor({ rules, goesOn, sentences = false }: Kind, languageId: string) {
    this.goesOn = goesOn;
    this.sentences = sentences;
    const counting = rules.filter((rule) => countsIn(rule, languageId));
    for (const rule of counting)
      for (const word of rule.words ?? [])
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), new Trial(rule)]);
    const others = counting.filter(({ words }) => words === undefined);
    this.anywhere = others.filter(({ after }) => after === undefined).map((rule) => new Trial(rule));
    // At the beginning of a line, where no character stands before, all are.
    for (const before of ['', ...new Set(others.flatMap(({ after = '' }) => [...after]))])
      this.byBefore.set(
        before,
        others.filter(({ after }) => after?.includes(before) ?? true).map((rule) => new Trial(rule)),
      );
  }

  speaksFor(place: NumberPlace, isKnownStatus: boolean): boolean {
    if (this.sentences && !place.isInSentence) return false;
    const others = this.byBefore.get(place.before) ?? this.anywhere;
    return (
      (this.byWord.get(place.word)?.some((rule) => rule.holds(place, isKnownStatus)) ?? false) ||
      others.some((rule) => rule.holds(place, isKnownStatus))
    );
  }
}

/** A rule with every field, given or not: engines are quick at objects that are all alike. */
class Trial {
  private readonly among: StatusRule['among'];
  private readonly after: string | undefined;
  private readonly gap: RegExp | undefined;
  private readonly right: RegExp | undefined;
  private readonly left: ((left: string) => boolean) | undefined;
  private readonly test: StatusRule['test'];

  constructor({ among, after, gap, right, left, test }: StatusRule) {
    this.among = among;
    this.after = after;
    this.gap = gap;
    this.right = right;
    this.left = left && endingWith(left);
    this.test = test;
  }

  holds(place: NumberPlace, isKnownStatus: boolean): boolean {
    return (
      (this.among === 'all' || (this.among === 'known' ? isKnownStatus : isKnownError(place.status))) &&
      (this.after === undefined || this.after.includes(place.before)) &&
      (this.gap === undefined || this.gap.test(place.gap)) &&
      // What follows is told at its first character, what stands before only after all of the line.
      (this.right === undefined || this.right.test(place.right)) &&
      (this.left === undefined || this.left(place.left)) &&
      (this.test === undefined || this.test(place))
    );
  }
}

/** What documents show is mostly source. */
const showSource: ReadonlySet<string> = new Set(['markdown', 'mdx', 'restructuredtext', 'asciidoc']);

function countsIn({ in: where }: StatusRule, languageId: string): boolean {
  if (where === undefined) return true;
  if (where === 'programs') return isProgram(languageId) || showSource.has(languageId);
  return where === 'texts' ? !isProgram(languageId) : where.includes(languageId);
}

const setsByLanguage = new Map<string, readonly RuleSet[]>();

function setsOf(languageId: string): readonly RuleSet[] {
  let sets = setsByLanguage.get(languageId);
  if (!sets) setsByLanguage.set(languageId, (sets = kinds.map((kind) => new RuleSet(kind, languageId))));
  return sets;
}

/** How a number goes on as a status, if a rule says that it is one. */
export const meaningByRules = (place: NumberPlace, isKnownStatus: boolean): GoesOn | undefined =>
  setsOf(place.languageId).find((rules) => rules.speaksFor(place, isKnownStatus))?.goesOn;
