import { cutAtWord } from '../text/cut-at-word';
import type { Problem } from '../catalog/catalog';
import type { Reading } from '../exchange/reading';
import { matchesMessage } from '../exchange/readings/message';
import { phrase, type Phrase } from '../text/phrase';

/** Characters of the answer's own words that are repeated; the rest is in the answer. */
const mostCharacters = 300;

/** The title of a server's own page, such as `413 Request Entity Too Large`, says no more than the status does. */
export function isStatusLine(message: string, { answer, answerBody }: Reading): boolean {
  if (!answer || (answerBody.kind !== 'html' && answerBody.kind !== 'text')) return false;
  // Vendors' numbers above the standard's stand for what the title says: `522: Connection timed out`.
  if (answer.status >= 520 && message.includes(String(answer.status))) return true;
  const [, status, reason] = /^(\d{3}) +(.*)$/.exec(message) ?? [];
  return (
    status === String(answer.status) && (reason ?? '').toLowerCase() === answer.reason.trim().toLowerCase()
  );
}

/**
 * What the answer itself says went wrong, beside what a catalog says of such answers: nothing where it only repeats the
 * status, or the very message that the problem was known by.
 */
export function serverWords(reading: Reading, problem: Problem): Phrase | undefined {
  const { words, answer } = reading;
  if (
    !answer ||
    problem.messages?.some((known) => words.messages.some((text) => matchesMessage(known, text)))
  )
    return undefined;
  const repeated = [answer.reason, problem.reason ?? '', problem.title.en, problem.title['pt-BR']].map(plain);
  const message = words.messages.find(
    (text) =>
      !isStatusLine(text, reading) &&
      !repeated.includes(plain(text)) &&
      !saysNothing.test(plain(text)) &&
      /\p{L}{2}/u.test(text),
  );
  if (message === undefined) return undefined;
  const line = message.replace(/\s+/g, ' ').trim();
  return phrase('It says: {0}', line.length > mostCharacters ? `${cutAtWord(line, mostCharacters)}…` : line);
}

/** Titles of pages that only say that they are one of an error. */
const saysNothing =
  /^(?:error|error response|error page|an error(?: has)? occurred|unknown error|fail(?:ed|ure)?)$/;

/** `404 Not Found.` and `NOT FOUND` are the same words. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*\d{3}\b/, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
