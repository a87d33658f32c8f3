import type { Cause } from '../catalog/catalog';
import type { Reading } from '../exchange/reading';
import { fold } from '../exchange/readings/message';
import { phrase, type Phrase } from '../text/phrase';

/** What of an answer names a cause. */
export interface Saying {
  /** Characters that were recognized, half as many of a code: the longer, the more exactly it is said. */
  readonly length: number;
  readonly evidence: Phrase;
}

/** How an answer names a cause, or nothing. */
export type Sayings = (cause: Cause) => Saying | undefined;

/** Messages and codes of one answer that are searched, and characters of each. */
const mostTexts = 12;
const longestText = 1000;

/** As many characters of a word and what follows it are looked up first; none of `said` is shorter. */
const headLength = 3;

/**
 * Finds whether the answer names a cause in words of its `said`: in a message, in its reason phrase or in a code, where
 * `ACCOUNT_SUSPENDED` and `accountSuspended` say "account suspended". Words begin where a word begins and may be the
 * beginning of one: "throttl"; ` … ` between them stands for a few others: "token … revoked".
 */
export function sayingsOf(reading: Reading): Sayings {
  const texts = textsOf(reading);
  const places = new Map<string, (Text & { at: number })[]>();
  for (const said of texts)
    for (const { index } of said.text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
      const head = said.text.slice(index, index + headLength);
      const known = places.get(head);
      if (known) known.push({ ...said, at: index });
      else places.set(head, [{ ...said, at: index }]);
    }
  return ({ said = [] }) => {
    let best: Saying | undefined;
    for (const words of said) {
      if (words.length <= (best?.length ?? 0)) continue;
      for (const { text, at, evidence, weight } of places.get(words.slice(0, headLength)) ?? []) {
        const length = words.length * weight;
        if (length > (best?.length ?? 0) && stands(words, text, at)) best = { length, evidence };
      }
    }
    return best;
  };
}

/** What may stand for ` … ` in words, in characters, within a sentence. */
const longestGap = 50;

function stands(words: string, text: string, at: number): boolean {
  const [head = '', ...rest] = words.split(' … ');
  let end = at + head.length;
  if (!text.startsWith(head, at) || !endsWell(head, text, end)) return false;
  for (const part of rest) {
    const ahead = text.slice(end, end + longestGap + part.length + 1).split(/[.;!?]\s/, 1)[0] ?? '';
    const found = ahead.indexOf(` ${part}`);
    end += found + 1 + part.length;
    if (found < 0 || !endsWell(part, text, end)) return false;
  }
  return true;
}

/** A word of three letters is no beginning of another: `to` of `token`, `ip` of `ipad`. */
const endsWell = (words: string, text: string, end: number): boolean =>
  !/(?:^|[^\p{L}])\p{L}{1,3}$/u.test(words) || !/^[\p{L}\d]/u.test(text.slice(end, end + 1));

interface Text {
  readonly text: string;
  readonly evidence: Phrase;
  /** Of a character: messages are more exact than codes, of which standards define few. */
  readonly weight: number;
}

function textsOf({ words, answer }: Reading): Text[] {
  const texts: Text[] = [
    // `LockedOut`, `INVALID_LOGIN_CREDENTIALS`: a message may be a mere code.
    ...words.messages.map((text) => ({
      text: /\s/.test(text) ? text : inWords(text),
      weight: 1,
      evidence: phrase('The message is "{0}".', text),
    })),
    ...words.codes.map((code) => ({
      text: inWords(code),
      weight: 0.5,
      evidence: phrase('The code of the answer is `{0}`.', code),
    })),
  ].slice(0, mostTexts);
  if (answer && answer.status >= 400 && texts.length === 0)
    texts.push({
      weight: 0.5,
      text: answer.reason,
      evidence: phrase('The answer is {0} {1}', answer.status, answer.reason),
    });
  return texts.map((each) => ({
    ...each,
    text: fold(each.text.slice(0, longestText).replace(/[_-]/g, ' ')),
  }));
}

const inWords = (code: string): string =>
  code.replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2').replace(/[^\p{L}\d]+/gu, ' ');
