import type { ProblemRef } from '../catalog/catalog';
import type { CatalogIndex } from '../catalog/catalog-index';
import { parseTemplate } from '../catalog/message-template';
import type { Mention } from '../recognize/mention';

/** Characters to each side of a name in which a message may say more. */
const reach = 300;

/**
 * Problems that share a name, those first of which another message stands beside it: `CERTIFICATE_VERIFY_FAILED` is
 * said of every certificate that is refused, and the words behind it tell why.
 */
export function toldApart(
  refs: readonly ProblemRef[],
  mention: Mention,
  text: string,
  index: CatalogIndex,
): readonly ProblemRef[] {
  if (refs.length < 2) return refs;
  const before = text.slice(Math.max(0, mention.start - reach), mention.start);
  const around = `${before}\n${text.slice(mention.end, mention.end + reach)}`.toLowerCase();
  const said = new Map(
    refs.map((ref) => {
      const messages = index.problem(ref).messages ?? [];
      return [ref, saidIn(around, messages, mention.name) + (isSaidCloser(messages, mention.name) ? 0.5 : 0)];
    }),
  );
  return [...refs].sort((a, b) => (said.get(b) ?? 0) - (said.get(a) ?? 0));
}

/** Whether the same message is written with a closer placeholder: `The {Field} field …` for `The {field} field …`. */
const isSaidCloser = (messages: readonly string[], name: string): boolean =>
  messages.some((message) => /\{[A-Z]/.test(message) && message.toLowerCase() === name.toLowerCase());

/** Characters of the longest message that stands in a text, by its longest literal part. */
function saidIn(around: string, messages: readonly string[], name: string): number {
  return Math.max(
    0,
    ...messages
      .filter((message) => message !== name)
      .map(longestLiteral)
      .map((literal) => (around.includes(literal) ? literal.length : 0)),
  );
}

function longestLiteral(message: string): string {
  const literals = parseTemplate(message).flatMap((part) => (part.kind === 'literal' ? [part.text] : []));
  return literals
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '')
    .toLowerCase();
}
