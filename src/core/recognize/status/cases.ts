import { isKnown, isKnownError } from './known-statuses';
import type { NumberPlace } from './number-place';

/** How far before a label its `switch` may stand, in characters. */
const subjectReach = 1200;

/** `case 404:` · `case 401 | 403:` · `when 404 then` · `404 =>` · `404 ->` · `in 500..599 ->` · `401|403)` */
const labelAfter = /^["']?\s*(?:[:,|]|->|=>|\bthen\b|\bor\b|\.\.|$)/;
const armBefore = /(?:^|[{,;])\s*(?:is |in |[<>]=? ?)?(?:["']?\d{3}["']?\s*(?:[,|]|or\b)\s*)*["']?$/;
const armAfter = /^["']?\s*(?:=>|->|(?:[|,]|or\b|and\s*[<>]=?|\.\.=?)\s*["']?\d{3}\b.*?(?:=>|->))/;
const shellAfter = /^(?:\|\d{3})*\)/;
const rubyWhen = /\b(?:case|when|in)\s+(?:["']?\d{3}["']?(?:\s*[,|]\s*|\.\.\.?))*["']?$/;

/** `switch (x) {` · `match x {` · `x switch {` · `when (x) {` · Ruby's `case x` · a shell's `case $x in`. A label is none. */
const subjects =
  /\b(?:switch|match|select)\b[ \t]*[\w("'$&*!@{]|\bwhen[ \t]*\(|\bcase[ \t]+["']?[$@A-Za-z][\w.$@{}?()>-]{0,80}["']?[ \t]*(?:in\b|\r?$)/gm;
const holdsStatus =
  /status|(?<!key|char|exit|zip|post|country|scan|bar|op|color|language)_?code\b|\bhttp|\bres(?:p|ponse)?\b(?!\.\w*(?:length|size))/i;

/** What a label may follow: the beginning of a line, another label, `case`, `when`, `in`, `is` and `or`. */
const labelFollows = '{,|.ensr=;<>';

/** Whether the number is a label among others that tell statuses apart. */
export function isCaseLabel(place: NumberPlace): boolean {
  const { languageId, status, before } = place;
  if (!isKnown(status) || !labelFollows.includes(before)) return false;
  const { left, right } = place;
  if (/\bfor\s[\w\s,()]{1,40}\sin\s+$/.test(left)) return false;
  const isShell = languageId === 'shellscript';
  const isArm = armBefore.test(left) && armAfter.test(right);
  const isCase = rubyWhen.test(left) && labelAfter.test(right);
  const isPattern = isShell && /(?:^|;;|\bin\b)\s*(?:\d{3}\|)*$/.test(left) && shellAfter.test(right);
  if (!isArm && !isCase && !isPattern) return false;
  const subject = subjectOf(place);
  return subject === undefined ? isKnownError(status) || isRange(right) : holdsStatus.test(subject);
}

const isRange = (right: string): boolean => /^\.\.[.=<]?[1-5]99\b/.test(right);

/** The line of the nearest `switch`, `match` or `when` before a label. */
function subjectOf({ text, start }: NumberPlace): string | undefined {
  const before = text.slice(Math.max(0, start - subjectReach), start);
  let nearest = -1;
  for (const { index } of before.matchAll(subjects)) nearest = index;
  if (nearest < 0) return undefined;
  const lineEnd = before.indexOf('\n', nearest);
  return before.slice(before.lastIndexOf('\n', nearest) + 1, lineEnd < 0 ? undefined : lineEnd);
}
