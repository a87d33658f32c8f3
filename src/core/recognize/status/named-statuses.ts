import { phrasesOf, reasonPhrases } from '../reason-phrases';
import { otherNames } from '../status-names';
import { foldedName } from './number-place';
import type { NumberPlace } from './number-place';

/** What a constant's name may say before the phrase: `HTTP_NOT_FOUND`, `StatusNotFound`, `SC_NOT_FOUND`, `ERR_…`. */
const prefixes = [
  '',
  'http',
  'status',
  'httpstatus',
  'sc',
  'code',
  'statuscode',
  'err',
  'error',
  'is',
  'httperror',
];

/** The names of each status, folded; one word such as `ok` or `found` only with a prefix that says what it is. */
const statusByName: ReadonlyMap<string, number> = new Map(
  [...reasonPhrases.keys(), 418, 509].flatMap((status) =>
    [...phrasesOf(status), ...(otherNames.get(status) ?? [])].flatMap((phrase) => {
      const name = foldedName(phrase.replace(/[^A-Za-z]/g, ''));
      const isOrdinary = status < 400 && !/\s/.test(phrase);
      const named = prefixes
        .filter((prefix) => !isOrdinary || /http|status|^sc/.test(prefix))
        .map((prefix) => prefix + name);
      const thrown = status < 400 ? [] : [`${name}error`, `${name}exception`];
      return [...named, ...thrown].map((each) => [each, status] as const);
    }),
  ),
);

/** The names that a constant of a status has, folded. */
export const constantNames = (): string[] =>
  [...statusByName.keys()].flatMap((name) => (name.startsWith('http') ? [name, name.slice(4)] : [name]));

/** `NOT_FOUND = 404`, `tooManyRequests: 429`, `HTTP_UNAUTHORIZED => 401`: the name says what the number is. */
export function isNamedForIt({ text, start, word, gap, status }: NumberPlace): boolean {
  if (!/^["']?\s*(?::|:?=|=>|\()\s*["']?$/.test(gap)) return false;
  if (statusByName.get(word) === status) return true;
  if (holdsNumber.exec(word)?.[1] === String(status)) return true;
  return statusByName.get(`http${word}`) === status && isInEnumeration(text, start);
}

/** `HTTP_204_NO_CONTENT`, `STATUS_404`, `Error503`: the name has the number itself. */
const holdsNumber = /^(?:http|status|httpstatus|statuscode|error|err|code)([1-5]\d\d)(?!\d)/;

/** Within the braces of something that is named for statuses: `enum HttpCode { Ok = 200, Created = 201`. */
const isInEnumeration = (text: string, start: number): boolean =>
  /(?:http|status)\w*(?:\s*[:=]\s*\w*)?\s*\{[^}]*$/i.test(text.slice(Math.max(0, start - 600), start));
