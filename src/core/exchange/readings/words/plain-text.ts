import type { Reading } from '../../reading';
import { element } from './aws-xml';
import { withoutEntities } from './entities';
import type { Said } from './said';

/** The first line of a plain text, or the title of a page. */
export function readPlainText({ answerBody: { kind, text } }: Reading): Said | undefined {
  if (kind === 'html') {
    const head = text.slice(0, 20_000);
    const message = element(head, 'title') ?? element(head, 'TITLE') ?? element(head, 'h1');
    // Express and others put the error's own message into <pre>, below a title that says no more than "Error".
    const inner = /<pre[^<>]*>([^<]{1,2000})/i.exec(head)?.[1]?.trim();
    const messages = inner === undefined || inner === '' ? [] : [withoutEntities(inner).replace(/\s+/g, ' ')];
    if (message === undefined && messages.length === 0) return undefined;
    const title = message?.replace(/\s+/g, ' ');
    return title === undefined || /^error$/i.test(title)
      ? { message: messages[0] ?? title }
      : { message: title, messages };
  }
  if (kind !== 'text' && kind !== 'broken-json') return undefined;
  const line = text
    .slice(0, 2000)
    .split(/\r?\n/)
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (line === undefined || kind === 'broken-json') return undefined;
  // A text that is nothing but a symbol is a code.
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(line) ? { code: line } : { message: line.slice(0, 500) };
}
