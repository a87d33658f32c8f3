import { isKnownError } from './known-statuses';
import type { NumberPlace } from './number-place';

/** How far from a term of a list its neighbours may stand, in characters. */
const reach = 400;
const isTerm =
  /^\s*(?:[-*+]|\d{1,2}[.)])\s+[`*_"]{0,3}(?:HTTP )?([1-5]\d\d)[`*_"]{0,3}(?:\s*[:,/]|\s+[-–—(=]|\s+[A-Z][a-z]+ ?)/;

/** `### 404` · `## 422: invalid` · `**500** – something broke`: a heading or a term of its own. */
const isHeading = ({ left, right, isStrong }: NumberPlace): boolean =>
  (/^#{2,6} [`*_]*$/.test(left) && /^[`*_]*(?:\s*$|\s*[:–—]\s|\s-\s)/.test(right)) ||
  (/^\s*\*\*`?$/.test(left) && /^`?\*\*\s*[:–—-]\s/.test(right)) ||
  (isStrong && left.trim() === '' && /^\s*[:–—-]\s/.test(right));

/** Whether the number begins an item of a list that explains statuses: `- **403** Forbidden`, `- 409 - somebody was faster`. */
export function isTermOfList(place: NumberPlace): boolean {
  const { text, start, end, left, right, status, languageId } = place;
  if (languageId !== 'markdown' || !isKnownError(status)) return false;
  if (isHeading(place)) return true;
  if (!/^\s*(?:[-*+]|\d{1,2}[.)])\s+[`*_"]*$/.test(left)) return false;
  if (!/^[`*_"]{0,3}(?:\s*:|\s+[-–—(=]|\s+[A-Z])/.test(right)) return false;
  const isMarked = place.isStrong || /[`*_]$/.test(left);
  return isMarked || [lineBefore(text, start - left.length), lineAfter(text, end)].some(namesError);
}

const namesError = (line: string): boolean => isKnownError(Number(isTerm.exec(line)?.[1]));

const lineBefore = (text: string, start: number): string =>
  text
    .slice(Math.max(0, start - reach), Math.max(0, start - 1))
    .split('\n')
    .at(-1) ?? '';

const lineAfter = (text: string, end: number): string => text.slice(end, end + reach).split('\n')[1] ?? '';
