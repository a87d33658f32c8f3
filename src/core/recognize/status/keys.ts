import { distinctive, isKnown, isKnownError } from './known-statuses';
import { isProgram, type NumberPlace } from './number-place';
import { linesAbove } from './lines-above';
import { followsReason } from './reasons';

/** How far before a key of JSON its parent may stand, in characters. */
const parentReach = 5000;

/** `'404':` below `responses:` of an OpenAPI document, in YAML or JSON. */
export function isResponseKey(place: NumberPlace): boolean {
  const { left, right, languageId } = place;
  if (isProgram(languageId))
    return (
      /(?:^|[{,])\s*["']?$/.test(left) &&
      /^["']?\s*(?::(?!:)|=>)/.test(right) &&
      holdsResponses.test(jsonParent(place) ?? '')
    );
  const isDocument = languageId === 'markdown' || languageId === 'plaintext';
  if (isDocument && /^\s*["']?$/.test(left) && /^["']?:\s*(?:$|\{|#)/.test(right))
    return isBelow(place, /^responses$/);
  if (!/^ya?ml$|^json|dockercompose/.test(languageId)) return false;
  if (!/^(?:["']?\s*:(?:\s|$)|["']:)/.test(right)) return false;
  if (/^\s*["']?$/.test(left) && languageId.startsWith('y')) return isBelow(place, holdsResponses);
  if (!/(?:^|[{,])\s*["']$/.test(left)) return false;
  const parent = jsonParent(place);
  return parent === undefined ? isKnownError(place.status) : holdsResponses.test(parent);
}

const holdsResponses =
  /^(?:\w*responses?|repl(?:y|ies)|responseOverrides|error_?pages?|status_?(?:codes?|map))$/i;

/** `- 429` below `status_codes:`. */
export function isListItem(place: NumberPlace): boolean {
  const { left, right, languageId } = place;
  if (languageId !== 'yaml' || !/^\s*- ["']?$/.test(left) || !/^["']?\s*(?:#|$)/.test(right)) return false;
  return isBelow(place, /status|retry_?on|http_?codes/i);
}

/** `code: 200` below `status:`, as cassettes have it. */
export const isCodeOfStatus = (place: NumberPlace): boolean =>
  place.languageId === 'yaml' &&
  place.gap === ': ' &&
  /^\s*code: $/.test(place.left) &&
  isBelow(place, /^(?:status|response)$/);

/** Whether the YAML key that a line belongs to has such a name; true of an error's key where no parent can be seen. */
function isBelow({ text, start, left, status, languageId }: NumberPlace, name: RegExp): boolean {
  const indent = /^\s*/.exec(left)?.[0].length ?? 0;
  const isItem = /^\s*-/.test(left);
  for (const line of linesAbove(text, start - left.length)) {
    const [, spaces = '', key] = /^(\s*)(?:- )?["']?([\w.$-]+)["']?\s*:/.exec(line) ?? [];
    if (key === undefined || spaces.length > indent || (spaces.length === indent && !isItem)) continue;
    return name.test(key);
  }
  return !isItem && isKnownError(status) && languageId.startsWith('y');
}

/** The key whose object holds the key at this place. */
function jsonParent({ text, start }: NumberPlace): string | undefined {
  let depth = 0;
  for (let at = start - 1; at >= Math.max(0, start - parentReach); at--) {
    const code = text.charCodeAt(at);
    if (code === 125) depth++;
    else if (code === 123 && depth-- === 0) {
      return /["']?([\w.$-]+)["']?\s*(?:[:=]|=>)\s*$/.exec(text.slice(Math.max(0, at - 80), at))?.[1] ?? '';
    }
  }
  return undefined;
}

/** Whether the number begins one of three pairs or more, `[401, 'who']` or `(401, Denied)`, all of errors. */
export function isAmongPairs({ text, start, end, status, left, right, languageId }: NumberPlace): boolean {
  if (!isProgram(languageId) || !isKnownError(status)) return false;
  if (!/[[(]$/.test(left) || !/^,\s*["'`A-Za-z]/.test(right)) return false;
  const around = text.slice(Math.max(0, start - keysReach), end + keysReach);
  const pairs = [...around.matchAll(/(?<=[[(])[1-9]\d{2,4}(?=,\s*["'`A-Za-z][^()[\]]*[\])])/g)].map(Number);
  return areErrors(pairs);
}

/** Three errors or more, one of which hardly counts anything else. */
const areErrors = (numbers: readonly number[]): boolean =>
  numbers.length > 2 && numbers.every(isKnownError) && numbers.some((number) => distinctive.has(number));

/** How far to each side the other keys of a map are looked for, in characters. */
const keysReach = 240;

/** Whether the number is one of three keys or more that all are errors, and not round ones only. */
function isAmongKeys({ text, start, end, status }: NumberPlace): boolean {
  if (!isKnownError(status)) return false;
  const before = text.slice(Math.max(0, start - keysReach), start).replace(/\{[^{}]*\}/g, '');
  const after = text.slice(end, end + keysReach).replace(/\{[^{}]*\}/g, '');
  const own = before.slice(before.lastIndexOf('{') + 1);
  const around = `${own}${status}${/^[^}]*/.exec(after)?.[0] ?? ''}`;
  const keys = [...around.matchAll(/(?<=(?:^|[{,[\n])\s*["']?)[1-9]\d{2,4}(?=["'\]]*\s*(?::(?!:)|=>))/g)].map(
    Number,
  );
  return areErrors(keys);
}

const afterName = String.raw`[a-z_]*(?:[\s:=<>[\],.()]+[A-Za-z]{1,20}){0,5}[\s:=<>[\],.()]*$`;
const namesErrors = new RegExp(`(?:^|[^a-z])(?:status|http|error|responses)${afterName}`, 'i');
const namesStatuses = new RegExp(`(?:^|[^a-z])(?:http_?)?status(?!_?bar)${afterName}`, 'i');

/** `404: 'Not found'`, `[404]: NotFoundError`, `{404: …}` of a map that is named for statuses. */
export function isKeyOfMap(place: NumberPlace): boolean {
  const { left, right, status } = place;
  if (!isKnown(status) || !/(?:^|[{,[(])\s*["'[]*$/.test(left)) return false;
  if (!/^["'\]]*\s*(?::(?!:)|=>)\s*\S/.test(right)) return false;
  if (
    followsReason({
      status,
      left: 'status ',
      right: right.replace(/^["'\]]*\s*(?::|=>)\s*(?:\w+\.|new |\()?/, ' '),
    })
  )
    return true;
  if (isProgram(place.languageId) && isAmongKeys(place)) return true;
  const before = place.text.slice(Math.max(0, place.start - 160), place.start);
  const opened = before.lastIndexOf('{');
  if (opened < 0) return false;
  const line = before.slice(before.lastIndexOf('\n', opened) + 1, opened);
  return (isKnownError(status) ? namesErrors : namesStatuses).test(line.slice(-80));
}
