import { ancestors, capturesOf, isFunction, type SyntaxMatch, type SyntaxNode } from '../snippets/syntax';
import type { Inspected } from './find-pitfalls';
import type { PatternSettings } from './pitfall-catalog';
import { functionAround } from './function-around';
import { isRefreshRequest } from './refresh-request';
import { isRetryAfter, readsDates } from './retry-after-value';

/** Who writes one of these words says that certificates are not verified on purpose, or not everywhere. */
const deliberate =
  /insecure|unverified|disable|verif|validat|self_?-?signed|trust_?all|skip|dangerous|allow_?invalid|ignore|\bdev|is_?dev|debug|local|\btest|sandbox|staging|NODE_ENV|production/i;

/** Names of this machine, to which nobody is on the way. */
const loopback = /\blocalhost\b|\b127\.0\.0\.1\b|\[::1\]|host\.docker\.internal/;

/** Whoever sends a key has thought of it: `Idempotency-Key`, or what an API calls it. */
const keyed = /idempoten|x-request-id|request-?token/i;

/** Whether what is around a match says that the code is right, or that the pattern means something else here. */
export function isMeant({ document }: Inspected, match: SyntaxMatch, report: SyntaxNode): boolean {
  const { needs, unless, reads, pitfall } = (match.setProperties ?? {}) as PatternSettings;
  const { value } = capturesOf(match);
  if (needs && !new RegExp(needs, 'i').test(document.source)) return true;
  if (unless && new RegExp(unless, 'i').test(functionAround(report).text)) return true;
  if (reads && !(value && isRetryAfter(value) && !readsDates(value))) return true;
  if (pitfall === 'refresh-token-in-authorization' && isRefreshRequest(report)) return true;
  if (pitfall === 'post-retried-without-key' && keyed.test(document.source)) return true;
  return pitfall === 'tls-verification-off' && isDeliberate(report);
}

/** In a branch that asks for it, in a function that is named for it, or for a server on the same machine. */
function isDeliberate(report: SyntaxNode): boolean {
  let inside = report;
  let near = true;
  for (const node of ancestors(report)) {
    if (/^(?:if|elif|unless|ternary|conditional|case|switch|when|modifier)/.test(node.type)) {
      const condition = node.childForFieldName('condition') ?? node.childForFieldName('value');
      const text = condition?.text ?? node.text.slice(0, Math.max(0, inside.startIndex - node.startIndex));
      if (condition?.id !== inside.id && deliberate.test(text)) return true;
    }
    if (near && loopback.test(node.text)) return true;
    // The call or the statement is where a request's address stands.
    if (/statement|declaration|assignment|expression_list|block|body/.test(node.type)) near = false;
    const held = node.childForFieldName('name') ?? node.childForFieldName('left');
    if (held && held.id !== inside.id && /insecure|unverified|trust_?all|self_?signed/i.test(held.text))
      return true;
    if (isFunction(node)) {
      const name = node.childForFieldName('name')?.text ?? node.parent?.childForFieldName('name')?.text ?? '';
      if (deliberate.test(name)) return true;
    }
    inside = node;
  }
  return false;
}
