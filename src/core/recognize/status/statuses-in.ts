import { AccessLog } from './access-logs';
import { isCaseLabel } from './cases';
import { keyRule } from './holders';
import { isAmongPairs, isCodeOfStatus, isKeyOfMap, isListItem, isResponseKey } from './keys';
import { isKnown } from './known-statuses';
import { continues, type GoesOn, isInBareList, isInList } from './lists';
import { mayHoldNumber } from './number-word';
import { isAfterQuotedKey, isItem, QuickLook } from './may-be-status';
import { constantNames, isNamedForIt } from './named-statuses';
import { isProgram, NumberPlace } from './number-place';
import { isPlural } from './plurals';
import { followsReason, lastWordsOfReasons, precededByReason } from './reasons';
import { meaningByRules, wordsOfRules } from './rule-sets';
import { isSomethingElse } from './silences';
import { isInStructTable } from './struct-tables';
import { Tables } from './tables';
import { isTermOfList } from './terms';

export interface StatusPlace {
  readonly start: number;
  readonly end: number;
  readonly status: number;
}

const quickLook = new QuickLook([
  ...wordsOfRules(),
  ...[
    'case',
    'when',
    'in',
    'is',
    '1',
    '2',
    '0',
    '3',
    'failed',
    'rejected',
    'refused',
    'denied',
    'httperror',
    'assertequal',
  ],
  ...constantNames(),
  ...lastWordsOfReasons(),
]);

/** `="404"`, `: 404`: in an access log, a key may still say that another number is a status. */
const isAfterSign = (text: string, start: number): boolean =>
  /[=:]\s?\\?["']?$/.test(text.slice(Math.max(0, start - 5), start));

/** Reads the statuses of one text, from its beginning to its end: what one number is tells of the next. */
export class StatusReader {
  private readonly accessLog: AccessLog;
  private readonly isProgram: boolean;
  private readonly tables: Tables;
  private previous: { end: number; goesOn: GoesOn } | undefined;

  constructor(
    private readonly text: string,
    private readonly languageId: string,
  ) {
    this.accessLog = new AccessLog(text);
    this.isProgram = isProgram(languageId);
    this.tables = new Tables(text, languageId);
  }

  /** The status that a word is; nothing where it is no number or something else. */
  read(word: { readonly start: number; readonly end: number }): StatusPlace | undefined {
    const { text } = this;
    const start = numberIn(text, word.start, word.end);
    if (start < 0) return undefined;
    const end = start + 3;
    const fields = this.accessLog.fieldsAt(start);
    if (fields?.includes(start)) return { start, end, status: Number(text.slice(start, end)) };
    if (fields && !isAfterSign(text, start)) return undefined;
    const previous = this.previous && continues(text, start, this.previous) ? this.previous : undefined;
    if (end < word.end) return this.plural(start);
    if (
      !previous &&
      !quickLook.mayBeStatus(text, start) &&
      !(this.isProgram && isAfterQuotedKey(text, start))
    )
      return undefined;
    const place = new NumberPlace(text, start, this.languageId);
    // A silence is told more quickly than that no rule holds.
    if (isSomethingElse(place)) return undefined;
    const goesOn = meaningOf(place, this.tables, fields !== undefined, previous?.goesOn);
    if (goesOn === undefined) return undefined;
    this.previous = { end, goesOn };
    return { start, end, status: place.status };
  }

  /** `429s`: answers with that status. */
  private plural(start: number): StatusPlace | undefined {
    const place = new NumberPlace(this.text, start, this.languageId);
    if (!isPlural(place) || !place.isInSentence) return undefined;
    const { end, status } = place;
    this.previous = { end, goesOn: 'items' };
    return { start, end, status };
  }
}

/** How a number goes on as a status, if its context makes it one; `before` is how the last status went on to it. */
function meaningOf(
  place: NumberPlace,
  tables: Tables,
  isLogged: boolean,
  before: GoesOn | undefined,
): GoesOn | undefined {
  const isKnownStatus = isKnown(place.status) || isEndOfClass(place);
  if (isKnownStatus && keyRule(place)) return goesOnAfter(place);
  if (place.word === 'code' && isCodeOfStatus(place)) return 'nothing';
  if (isLogged) return followsReason(place) ? 'nothing' : undefined;
  if (before) return before;
  if (followsReason(place)) return isKeyOfMap(place) ? 'keys' : 'items';
  if (precededByReason(place)) return 'nothing';
  if (isNamedForIt(place)) return 'nothing';
  if (isItem(place.text, place.start)) {
    if (isInList(place)) return 'items';
    if (tables.isCellOfStatuses(place)) return 'never';
    if (isKeyOfMap(place)) return 'keys';
    if (isKnown(place.status) && isInStructTable(place)) return 'nothing';
    if (isAmongPairs(place)) return 'nothing';
    if (isResponseKey(place) || isListItem(place)) return 'nothing';
  }
  if (isInBareList(place) || isTermOfList(place)) return 'items';
  if (isCaseLabel(place)) return 'items';
  return meaningByRules(place, isKnownStatus);
}

/** `status <= 599`: no server sends it, and it ends a class all the same. */
const isEndOfClass = ({ status, gap }: NumberPlace): boolean => status % 100 === 99 && /[<>]=?\s*$/.test(gap);

/** After `status in (`, `status: [` and in `Upstream-Status: 502, 200` more may follow, after `status ==` not. */
const goesOnAfter = (place: NumberPlace): GoesOn => {
  const { text, end, gap } = place;
  if (/[([{]["']?$|^\s+$/.test(gap)) return 'items';
  const isListed = text.charCodeAt(end) === 44 && text.charCodeAt(end + 1) === 32;
  return isListed && /^(?:: |=["'])$/.test(gap) && /^, [1-5]\d\d(?:,|["']?$)/.test(place.right)
    ? 'items'
    : 'nothing';
};

/** Where in a word the number from 100 to 599 begins that it is or holds, or −1: `404`, `429s`, `32m404` of a terminal. */
function numberIn(text: string, from: number, to: number): number {
  if (!mayHoldNumber(text, from, to)) return -1;
  const start = to - from > 4 ? to - 3 : from;
  const first = text.charCodeAt(start);
  return first > 48 &&
    first < 54 &&
    isDigit(text.charCodeAt(start + 1)) &&
    isDigit(text.charCodeAt(start + 2))
    ? start
    : -1;
}

const isDigit = (code: number): boolean => code > 47 && code < 58;
