import { cutAtWord } from '../../../text/cut-at-word';
import type { Reading } from '../../reading';
import { gatewayOf } from '../gateway-page';
import { withoutEntities } from './entities';
import type { Said } from './said';

/** Characters of a page that are read, and pieces of each kind that are kept. */
const readPart = 20_000;
const kept = 4;

/** Titles that say no more than that something went wrong. */
const vague = /^(?:error|oops!?|something went wrong|whitelabel error page)$/i;

/** A web page by its title, headings and paragraphs; the title first, unless it says nothing. */
export function readPage(reading: Reading): Said | undefined {
  const { kind, text } = reading.answerBody;
  if (kind !== 'html') return undefined;
  const head = withoutCode(text.slice(0, readPart));
  const title = pieces(head, 'title')[0];
  // Express and others put the error's own message into <pre>, below a title that says no more than "Error".
  // Below a title that is the status, the paragraphs of a gateway's page are the same for every request.
  const isCanned = /^\d{3} /.test(title ?? '') && gatewayOf(reading) !== undefined;
  const names = isCanned ? ['pre', 'h1', 'h2'] : ['pre', 'h1', 'h2', 'p'];
  const said = names.flatMap((name) => pieces(head, name));
  const messages = title === undefined || vague.test(title) ? [...said, title] : [title, ...said];
  const found = messages.filter((message) => message !== undefined);
  return found.length === 0 ? undefined : { message: found[0], messages: found.slice(1) };
}

/** The title of a web page, or its first heading. */
export function pageTitle(text: string): string | undefined {
  const head = withoutCode(text.slice(0, readPart));
  return pieces(head, 'title')[0] ?? pieces(head, 'h1')[0];
}

const withoutCode = (html: string): string =>
  html.replace(/<(script|style)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi, ' ');

/** The texts of the first elements of that name, markup inside them left out. */
function pieces(html: string, name: string): string[] {
  const found: string[] = [];
  const opening = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'gi');
  const closing = new RegExp(`</?(?:${name}|body|br|div|h[1-6]|hr|address)\\b`, 'i');
  for (const { index, 0: tag } of html.matchAll(opening)) {
    const rest = html.slice(index + tag.length, index + tag.length + 2000);
    const end = closing.exec(rest)?.index ?? rest.length;
    const text = withoutEntities(rest.slice(0, end).replace(/<[^<>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '') found.push(cutAtWord(text, 500));
    if (found.length === kept) break;
  }
  return found;
}
