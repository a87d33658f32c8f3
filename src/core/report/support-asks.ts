import type { SupportItem } from '../catalog/format';
import { supportItems } from '../catalog/support-items';
import type { Exchange } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import type { MarkdownBuilder } from '../markdown/markdown';
import type { Language } from '../text/language';
import { phrase } from '../text/phrase';
import type { Say } from './write-report';

/** What only the user can add: no exchange holds it. */
const fromUser: ReadonlySet<SupportItem> = new Set([
  'versions',
  'logs',
  'configuration',
  'steps-to-reproduce',
]);

/** Whom to ask, what of their questions the report answers, and what is left for the user to add. */
export function writeSupportAsks(
  page: MarkdownBuilder,
  reading: Reading,
  shown: Exchange,
  language: Language,
  say: Say,
): void {
  const { email, links = [], include = [], note } = reading.api?.support ?? {};
  const ids = include.includes('resource-ids') ? resourceIds(shown.request.url) : [];
  const missing = include.filter((item) => fromUser.has(item) || !isThere(item, reading, ids));
  if (missing.length > 0) {
    page.section(say(phrase('Still to add')), 2);
    page.list(missing.map((item) => say(supportItems[item])));
  }
  if (ids.length > 0) page.section(say(phrase('Ids')), 2).list(ids.map((id) => `\`${id}\``));
  if (email === undefined && links.length === 0 && !note) return;
  page.section(say(phrase('Support')), 2);
  if (email !== undefined) page.paragraph(email);
  page.links(links.map(({ title, url }) => ({ text: title, href: url })));
  if (note) page.paragraph(note[language]);
}

function isThere(
  item: SupportItem,
  { words, jwt, answer, failure }: Reading,
  ids: readonly string[],
): boolean {
  switch (item) {
    case 'request-id':
      return words.requestId !== undefined;
    case 'error-code':
      return words.code !== undefined || failure !== undefined;
    case 'error-message':
      return words.message !== undefined || failure !== undefined;
    case 'response':
      return answer !== undefined || failure !== undefined;
    case 'token-facts':
      return jwt?.payload !== undefined;
    case 'resource-ids':
      return ids.length > 0;
    default:
      return true;
  }
}

/** Segments of the path and values of parameters that look like ids: with a digit, or long and without a word's shape. */
function resourceIds(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { pathname, searchParams } = new URL(url);
  const isId = (text: string): boolean =>
    /^[\w.:-]{1,80}$/.test(text) && /\d/.test(text) && !/^v\d{1,3}$/i.test(text) && !text.includes('…');
  const named = [...searchParams].filter(([name]) => /id$/i.test(name)).map(([, value]) => value);
  return [...new Set([...pathname.split('/'), ...named])].filter(isId);
}
