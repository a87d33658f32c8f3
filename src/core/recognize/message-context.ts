import { isProgram } from './status/number-place';

/**
 * A template that ordinary language has, too: one or two plain words, three small ones, or a short sentence: `Retry
 * later`, `self-signed certificate`, `token is expired`, `This field is required.`
 */
const ordinary =
  /^\p{Lu}?\p{Ll}[\p{Ll}-]*(?: (?:\p{Lu}?\p{Ll}+|URL))?[.!]?$|^\p{Ll}+(?: \p{Ll}+){2}$|^\p{Lu}\p{Ll}+(?: \p{Ll}+){2,4}\.$/u;

/** What stands before a value: a quote, a bracket, a colon, an equals sign, or the level of a log line. */
const opener = /(?:["'`>([|]|[\]=:]\s{0,2}\\{0,2}["']?|\\[nrt]|\b(?:ERROR|WARN(?:ING)?|FATAL|CRITICAL)\s+)$/;

/** Plain words after a capital; where a text has none, they are in the middle of another sentence as often. */
const sentence = /^\p{Lu}\p{Ll}+(?: \p{Ll}+){1,4}\.?$/u;

/** Languages whose exceptions are called `ReadTimeout`; elsewhere settings are. */
const timeoutsAreExceptions = new Set(['python', 'ruby']);

/** `server.ReadTimeout`, `ReadTimeout: 15 * time.Second` of a program set something; `except ReadTimeout:` does not. */
const namesSetting = (text: string, start: number, end: number, languageId: string): boolean =>
  isProgram(languageId) &&
  ((!timeoutsAreExceptions.has(languageId) && text.startsWith('Timeout', end - 7)) ||
    isKey(text, start, end));

const isKey = (text: string, start: number, end: number): boolean =>
  /^\s*(?:=(?!=)|:(?![:=])\s*[^\s"'`])/.test(text.slice(end, end + 20)) &&
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 100), start));

/** Languages in which a line may be nothing but a message. */
const lines = new Set(['log', 'Log', 'output', 'plaintext', 'http']);

/**
 * Whether a message that was met is meant as one. Longer ones are wherever they stand; one that is ordinary language
 * is where it is a whole value: `"message":"Unauthenticated."`, `Error: connection refused`, a line of a log.
 */
export function messageCounts(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  template: string,
  languageId: string,
): boolean {
  // The name of an exception is written as it is: `missingSchema` is some variable, `MissingSchema` the exception.
  if (/^\w+$/.test(template) && !ordinary.test(template))
    return text.slice(start, end) === template && !namesSetting(text, start, end, languageId);
  const isLowered = /^\p{Ll}/u.test(text.slice(start, start + 2)) && sentence.test(template);
  if (!ordinary.test(template) && !isLowered) return true;
  const before = text.slice(Math.max(0, start - 12), start);
  const beginsLine =
    lines.has(languageId) && /(?:^|\n)\s*$/.test(before) && (start <= 12 || before.includes('\n'));
  // A full stop of the template's own ends the value; otherwise a word that follows shows that a sentence goes on.
  const goesOn = !/[.!]$/.test(template) && /^[ \t]+[\p{L}\d]/u.test(text.slice(end, end + 4));
  return (beginsLine || opener.test(before)) && !goesOn;
}
