import { distinctive, isKnown } from './known-statuses';
import type { NumberPlace } from './number-place';

/** How long a list of statuses may be, in characters to each side of one. */
const reach = 240;
/** Characters before a list that may name it. */
const nameReach = 90;

const listBefore =
  /[[({]\s*(?:(?:\/\/[^\n]*\n|["']?\d{3}["']?(?:\s*(?::|=>)\s*(?:true|\{\}|struct\{\}\{\}))?\s*,)\s*){0,40}["']?$/;
const listAfter =
  /^["']?(?:\s*(?::|=>)\s*(?:true|\{\}|struct\{\}\{\}))?\s*(?:,\s*["']?\d{3}["']?(?:\s*(?::|=>)\s*(?:true|\{\}|struct\{\}\{\}))?\s*){0,40},?\s*[\])}]/;

const namesStatuses =
  /status|retr[iy]|http|forcelist|transient|redirect|error_?codes?|\bres(?:p|ponse)?\.code\b|getCode\(/i;
/** Calls whose arguments are the members of a list. */
const makesList =
  /(?:set|list|tuple|array|vec|of|in|from|any|contains|includes?|member\??|isin|items|status\w*|codes?|forcelist|matches!|\W)\s*$/i;
const namesOther =
  /delay|interval|timeout|backoff|wait|second|millis|ms$|size|width|count|port|attempt|limit|order_?status|exit/i;
const asksForStatus =
  /^[\])}]+\s*\??\.(?:includes?\??|contains|has|indexOf|member\?|some|any|find)[( ]\s*\(?[^)\n]{0,40}(?:status|code|\)\s*=>[^)\n]{0,40}(?:status|code))/i;

/** Whether the number is a member of a list of nothing but statuses that is named for it, or could be nothing else. */
export function isInList({ text, start, end }: NumberPlace): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const opened = listBefore.exec(before);
  if (!opened) return false;
  const after = text.slice(end, end + reach);
  const closed = listAfter.exec(after);
  if (!closed) return false;
  const members = [
    ...opened[0].matchAll(/\d{3}/g),
    [text.slice(start, end)],
    ...closed[0].matchAll(/\d{3}/g),
  ].map(([number]) => Number(number));
  if (!members.every(isKnown)) return false;
  if (asksForStatus.test(after.slice(closed[0].length - 1))) return true;
  const caller = before.slice(Math.max(0, opened.index - nameReach), opened.index);
  // `retries.push(500, 503)` is about retries and gives something else.
  if (opened[0].startsWith('(') && /[\w$]$/.test(caller) && !makesList.test(caller)) return false;
  const { name, near } = nameOf(caller);
  if (members.length === 1) return opened[0].startsWith('[') && /status|forcelist/i.test(name ?? '');
  if (namesOther.test(name ?? '')) return false;
  if (namesStatuses.test(name ?? near)) return true;
  const telling = members.filter((member) => distinctive.has(member)).length;
  if (/^codes?$/i.test(name ?? '') && members.some((member) => member % 50 !== 0)) return true;
  return telling >= 2 && (members.length >= 3 || name === 'on');
}

/** `retryOn: 502,503` · `on: "502, 503, 504"` · `RETRY_STATUS=502,503`: a list without brackets is the whole value. */
const listOfLine =
  /^\s*(?:- |\w+ )?["']?([\w./-]+)["']?\s*(?::|=|=>)\s*["']?((?:[1-5]\d\d\s*,\s*)+[1-5]\d\d)["']?\s*[,;]?\s*(?:#.*)?$/;

/** Whether the number stands in a list without brackets that is named for statuses, or could hold nothing else. */
export function isInBareList({ left, right, status }: NumberPlace): boolean {
  if (!/^\s*,\s*\d|^["']?\s*,?\s*(?:#.*)?$/.test(right)) return false;
  const [, name = '', list = ''] = listOfLine.exec(`${left}${status}${right}`) ?? [];
  const members = (list.match(/\d+/g) ?? []).map(Number);
  if (members.length < 2 || !members.every(isKnown) || namesOther.test(name)) return false;
  return namesStatuses.test(name) || members.filter((member) => distinctive.has(member)).length >= 2;
}

/** What a list is assigned to, if it is, and the words of the statement before it. */
function nameOf(before: string): { name?: string; near: string } {
  const lines = before.split('\n');
  const own = lines.at(-1) ?? '';
  const line = /\w/.test(own) ? own : `${lines.at(-2) ?? ''} ${own}`;
  const statement = line.slice(line.lastIndexOf(';') + 1);
  const untyped = statement.replace(/:\s*&?(?:'\w+\s)?\[[^\]]*\]\s*=/, ' =');
  const names = [...untyped.matchAll(/([\w$-]+)["'\])]*\??\s*(?::(?![:=])|:?=(?![=>])|=>)/g)];
  return { name: names.at(-1)?.[1], near: statement.slice(-40) };
}

/** What stands between two statuses that are said in one breath: `401 | 403`, `502, 503 and 504`, `500..599`, `200 : 500`. */
const betweenAlternatives =
  /^["'`]*(?:\s\([^()]{0,30}\))?\s*\(?(?:\|\|?|\/|-|–|&|!==?|===?|(?:(?:there|here|instead|\(\w{1,12}\)),? |, )?\b(?:(?:and|e|y|but|mas|pero) )?(?:(?:then|depois|luego|not|não|no) (?:on|with|for|com|con|para)|then|depois|luego|or|and|into|to|through|until|not|não|no|ou|e|y|o|a|até|hasta|got|was|were|received|found|foi|wanted|want|expected|instead of|rather than|em vez de|en vez de)(?: an?| um| un)?\b|\band not \[|\b(?:and|or) <=?)\s*["'`]*$/i;
/** Between the ends of a class: `500-599`, `from 500 to 599`. */
const betweenEnds = /^["'`]?\s?(?:-|–|—|to|and|through|until|a|e|y|até|hasta)\s?["'`]?$/;
const range = /^\.\.[.=<]?$/;
const betweenItems = /^["'`]*(?:\s\([^()]{0,30}\))?\s*,\s*(?:(?:and|or)\s+)?(?:HTTP\s+)?["'`]*$/;
const betweenKeys =
  /^["'`\]]*\s*(?::|=>)\s*(?:[^{}]{0,90}?|[^{}]{0,20}\{[^{}]{0,80}\}\s*),\s*(?:\/\/[^\n]*\n\s*)?["'`[]*$/;
const betweenBranches = /^["'`]*\s*:\s*["'`]*$/;

/** Characters between two statuses that are said in one breath, at most; keys of a map have values between them. */
const shortBreath = 24;
const longestBreath = 120;
const breathWithAside = 48;

/** How a status goes on to the next number: as `case 401, 403` does, or as `status == 404, 500` does not. */
export type GoesOn = 'never' | 'nothing' | 'items' | 'keys' | 'branches' | 'spaces';

/** `404 when there is none, 409 when it is locked`: each status with the case in which it comes. */
const caseAfter = /^["'`]?(?: (?:when|if|while|for|on|quando|se|cuando|si|para)\b|: | = )/;
const caseBefore =
  /^["'`]?(?: (?:when|if|while|for|on|quando|se|cuando|si|para)\b|: | = )[^.;:=\n\d]{1,80}[,;] (?:(?:and|or|e|ou|y|o) )?["'`]?$/;

function isNextCase(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 2);
  if (before !== 44 && before !== 59 && text.charCodeAt(start - 1) !== 32) return false;
  return (
    isKnown(Number(text.slice(start, start + 3))) &&
    caseAfter.test(text.slice(start + 3, start + 14)) &&
    caseBefore.test(text.slice(end, start))
  );
}

/** Whether a number goes on from the status that ended at `previous.end`. */
export function continues(text: string, start: number, previous: { end: number; goesOn: GoesOn }): boolean {
  const { end, goesOn } = previous;
  // Behind the cell of a table is another column.
  if (goesOn === 'never') return false;
  const hasAside = text.startsWith(' (', end);
  if (start - end > (goesOn === 'keys' ? longestBreath : hasAside ? breathWithAside : shortBreath))
    return start - end < longestBreath && isNextCase(text, start, end);
  if (!mayGoOn(text, start, goesOn)) return false;
  const gap = text.slice(end, start);
  if (range.test(gap)) return true;
  const status = Number(text.slice(start, start + 3));
  if (!isKnown(status)) return status % 100 === 99 && betweenEnds.test(gap);
  // A dash at the beginning of a line begins another item of a list.
  if (betweenAlternatives.test(gap) && !/\n\s*[-–]/.test(gap)) return true;
  if (isNextCase(text, start, end)) return true;
  if (goesOn === 'items') return betweenItems.test(gap);
  if (goesOn === 'keys') return betweenKeys.test(gap) || betweenItems.test(gap);
  if (goesOn === 'branches') return betweenBranches.test(gap);
  return goesOn === 'spaces' && /^ +$/.test(gap);
}

/** Tells by the last characters before a number that it is another value: `bytes=404`, `"bytes": 404`. */
function mayGoOn(text: string, start: number, goesOn: GoesOn): boolean {
  let at = start - 1;
  while (isBlankOrQuote(text.charCodeAt(at))) at--;
  const code = text.charCodeAt(at);
  if (code === 58) return goesOn === 'branches';
  if (code !== 61) return true;
  const before = text.charCodeAt(at - 1);
  return before === 61 || before === 33 || before === 60 || before === 46;
}

const isBlankOrQuote = (code: number): boolean =>
  code === 32 || code === 34 || code === 39 || code === 96 || code === 9;
