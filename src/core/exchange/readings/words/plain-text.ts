import type { Reading } from '../../reading';
import { cutAtWord } from '../../../text/cut-at-word';
import type { Said } from './said';

/** The first line of a plain text. */
export function readPlainText({ answerBody: { kind, text } }: Reading): Said | undefined {
  if (kind !== 'text') return undefined;
  const line = cutAtWord(text, 2000)
    .split(/\r?\n/)
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (line === undefined) return undefined;
  // A text that is nothing but a symbol is a code.
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(line) ? { code: line } : { message: cutAtWord(line, 500) };
}
