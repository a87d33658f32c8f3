import { AccessLog } from './access-logs';
import { callRules } from './calls';
import { isCaseLabel } from './cases';
import { holderRules, keyRule } from './holders';
import { isKeyOfMap, isListItem, isResponseKey } from './keys';
import { isKnown, isKnownError } from './known-statuses';
import { continues, type GoesOn, isInList } from './lists';
import { isInSentence, isProgram, type NumberPlace, placeAt } from './number-place';
import { followsReason } from './reasons';
import { configurationRules, returnRules } from './returns';
import type { StatusRule } from './rule';
import { sentenceRules } from './sentences';
import { silenceOf } from './silences';

export interface StatusPlace {
  readonly start: number;
  readonly end: number;
  readonly status: number;
}

interface RuleSet {
  readonly goesOn: GoesOn;
  readonly byWord: ReadonlyMap<string, readonly StatusRule[]>;
  readonly others: readonly StatusRule[];
  /** Whether these count only where people write: outside of programs, in their comments and strings. */
  readonly sentences: boolean;
}

const ruleSets: readonly RuleSet[] = [
  ruleSet(configurationRules, 'spaces'),
  ruleSet(holderRules, 'items'),
  ruleSet(callRules, 'nothing'),
  ruleSet(returnRules, 'branches'),
  ruleSet(sentenceRules, 'items', true),
];

function ruleSet(rules: readonly StatusRule[], goesOn: GoesOn, sentences = false): RuleSet {
  const byWord = new Map<string, StatusRule[]>();
  for (const rule of rules)
    for (const word of rule.words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  return { goesOn, byWord, others: rules.filter(({ words }) => words === undefined), sentences };
}

/** Reads the statuses of one text, from its beginning to its end: what one number is tells of the next. */
export class StatusReader {
  private readonly accessLog: AccessLog;
  private previous: { end: number; goesOn: GoesOn } | undefined;

  constructor(
    private readonly text: string,
    private readonly languageId: string,
  ) {
    this.accessLog = new AccessLog(text);
  }

  /** The status at three digits that stand alone; nothing where they are something else. */
  read(start: number): StatusPlace | undefined {
    const place = placeAt(this.text, start, this.languageId);
    const goesOn = this.meaningOf(place);
    if (goesOn === undefined) return undefined;
    this.previous = { end: place.end, goesOn };
    return { start, end: place.end, status: place.status };
  }

  /** Whether a number is a status, and how it goes on if so. */
  private meaningOf(place: NumberPlace): GoesOn | undefined {
    const fields = this.accessLog.fieldsAt(place);
    if (fields?.includes(place.start)) return 'nothing';
    if (silenceOf(place) !== undefined) return undefined;
    if (keyRule(place) && isKnown(place.status)) return goesOnAfter(place.gap);
    if (fields) return undefined;
    if (this.previous && continues(place, this.previous)) return this.previous.goesOn;
    if (followsReason(place)) return isKeyOfMap(place) ? 'keys' : 'items';
    if (isInList(place)) return 'items';
    if (isCaseLabel(place)) return 'items';
    if (isKeyOfMap(place)) return 'keys';
    if (isResponseKey(place) || isListItem(place)) return 'nothing';
    return ruleSets.find((rules) => someRule(rules, place))?.goesOn;
  }
}

/** After `status in (` and `status: [` more may follow, after `status ==` not. */
const goesOnAfter = (gap: string): GoesOn => (/[([{]["']?$|^\s+$/.test(gap) ? 'items' : 'nothing');

function someRule({ byWord, others, sentences }: RuleSet, place: NumberPlace): boolean {
  if (sentences && !isInSentence(place)) return false;
  const own = byWord.get(place.word);
  return (own?.some((rule) => holds(rule, place)) ?? false) || others.some((rule) => holds(rule, place));
}

function holds(rule: StatusRule, place: NumberPlace): boolean {
  return (
    (rule.among === 'all' || (rule.among === 'known' ? isKnown(place.status) : isKnownError(place.status))) &&
    (rule.gap === undefined || rule.gap.test(place.gap)) &&
    countsIn(rule, place.languageId) &&
    (rule.left === undefined || rule.left.test(place.left)) &&
    (rule.right === undefined || rule.right.test(place.right)) &&
    (rule.test === undefined || rule.test(place))
  );
}

function countsIn({ in: where }: StatusRule, languageId: string): boolean {
  if (where === undefined) return true;
  if (where === 'programs') return isProgram(languageId);
  return where === 'texts' ? !isProgram(languageId) : where.includes(languageId);
}

/** Whether a word is a number from 100 to 599. */
export function isThreeDigits(text: string, { start, end }: { start: number; end: number }): boolean {
  if (end - start !== 3) return false;
  const first = text.charCodeAt(start);
  return (
    first > 48 && first < 54 && isDigit(text.charCodeAt(start + 1)) && isDigit(text.charCodeAt(start + 2))
  );
}

const isDigit = (code: number): boolean => code > 47 && code < 58;
