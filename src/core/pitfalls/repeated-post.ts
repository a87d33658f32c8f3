import type { CallSite } from '../snippets/call-site';
import { optionOf, optionsOf } from '../snippets/call-options';
import { readStyle } from '../snippets/document-style';
import { freeNames } from '../snippets/helper-source';
import type { TextEdit } from '../snippets/text-edit';
import { functionAround } from './function-around';
import type { Inspected } from './find-pitfalls';
import { indentOf } from './indent-of';
import type { Loop } from './loop';
import type { Pitfall } from './pitfall';

/** What may be asked twice although it is a POST: tokens, searches, queries. */
const askedOnly =
  /token|oauth|log-?in|sign-?in|session|search|quer|graphql|lookup|validate|preview|calculate|auth\b|rpc/i;

/** Answers that say that nothing was done. */
const refusedOnly = /\b(?:429|401|409)\b|too_?many|unauthori/i;
const failed = /5\d\d|\.ok\b|is_success|isSuccess|success\?|catch|except|rescue|raise_for_status|err\b/;

/** Whether a loop repeats a POST or PATCH whose work may have been done, and no key says that it is the same. */
export function repeatsWork({ document }: Inspected, site: CallSite, { node }: Loop): boolean {
  if (site.method !== 'POST' && site.method !== 'PATCH') return false;
  const around = functionAround(node).text;
  if (/idempoten|x-request-id|request-?token|dedup/i.test(document.source)) return false;
  if (askedOnly.test(site.arguments.text.slice(0, 200)) || askedOnly.test(around.slice(0, 120))) return false;
  return failed.test(node.text) || !refusedOnly.test(node.text);
}

/** One key for all attempts, made before the loop; offered, not preferred: the API has to honour it. */
export function sendKey(
  { document, language }: Inspected,
  site: CallSite,
  loop: Loop,
): Pick<Pitfall, 'edits' | 'sure'> {
  const { source, grammar, tree } = document;
  if (language.id !== 'javascript' && language.id !== 'typescript') return {};
  const { node: options } = optionsOf(site);
  if (options?.type !== 'object') return {};
  const style = readStyle(source, language, grammar, tree.rootNode);
  const name = freeNames(['idempotencyKey'], source).get('idempotencyKey') ?? 'idempotencyKey';
  const field = `${style.quote}Idempotency-Key${style.quote}: ${name}`;
  const headers = optionOf(site, 'headers');
  let edit: TextEdit;
  if (headers?.type === 'object') edit = into(headers.startIndex + 1, source, field);
  else if (headers) return {};
  else edit = into(options.startIndex + 1, source, `headers: { ${field} }`);
  const indent = indentOf(source, loop.node.startIndex);
  const end = style.semicolons ? ';' : '';
  const made = `const ${name} = crypto.randomUUID()${end}${style.lineEnd}${indent}`;
  return { edits: [{ start: loop.node.startIndex, end: loop.node.startIndex, text: made }, edit] };
}

/** As the first item of an object, on a line of its own where the others stand so. */
function into(at: number, source: string, text: string): TextEdit {
  const gap = /^\s*/.exec(source.slice(at))?.[0] ?? '';
  const isEmpty = source.slice(at).trimStart().startsWith('}');
  return {
    start: at,
    end: at,
    text: isEmpty ? ` ${text}${gap === '' ? ' ' : ''}` : `${gap || ' '}${text},${gap === '' ? ' ' : ''}`,
  };
}
