import { isQuoted } from '../../exchange/readings/credentials';
import { phrase } from '../../text/phrase';
import { carrierOf, takeOut } from '../clean-credential';
import type { FixKind } from '../fix';

const quotes = `"'\`“”‘’«»`;

/** `Bearer "abc"` becomes `Bearer abc`. */
export const unquoteCredential: FixKind = {
  id: 'unquote-credential',
  repairs: ['auth.quoted'],
  statuses: [400, 401, 403],
  find(context) {
    const isWrong = (raw: string): boolean => isQuoted(raw) || isQuoted(raw.replace(/^\s*\S+\s+/, ''));
    const carrier = carrierOf(context, isWrong);
    const edits = carrier && takeOut(context, carrier, quotesAround);
    return edits
      ? [{ title: phrase('Remove the quotation marks from `{0}`', carrier.name), certainty: 'sure', edits }]
      : [];
  },
};

/** The quotation marks at the start, at the end and after the scheme. */
function quotesAround(value: string): { start: number; end: number }[] {
  const found = new Set<number>();
  const scheme = new RegExp(`^[\\s${quotes}]*[A-Za-z][\\w-]*\\s+`).exec(value)?.[0].length ?? 0;
  for (let at = 0; at < scheme; at++) if (quotes.includes(value.charAt(at))) found.add(at);
  for (let at = scheme; at < value.length && isMarkOrSpace(value.charAt(at)); at++)
    if (quotes.includes(value.charAt(at))) found.add(at);
  for (let at = value.length - 1; at >= 0 && isMarkOrSpace(value.charAt(at)); at--)
    if (quotes.includes(value.charAt(at))) found.add(at);
  return [...found].sort((a, b) => a - b).map((at) => ({ start: at, end: at + 1 }));
}

const isMarkOrSpace = (character: string): boolean => quotes.includes(character) || /\s/.test(character);
