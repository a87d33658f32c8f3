import type { CallSite } from '../snippets/call-site';
import { optionOf, optionsOf } from '../snippets/call-options';
import { readStyle } from '../snippets/document-style';
import { freeNames } from '../snippets/helper-source';
import type { SyntaxNode } from '../snippets/syntax';
import type { TextEdit } from '../snippets/text-edit';
import type { Inspected } from './find-pitfalls';
import { indentOf } from './indent-of';
import { withImports } from './insert-code';
import type { Loop } from './loop';
import type { Pitfall } from './pitfall';

/** One key for all attempts, made before the loop; offered, not preferred: the API has to honour it. */
export function sendKey(inspected: Inspected, site: CallSite, loop: Loop): Pick<Pitfall, 'edits' | 'sure'> {
  const { document, language } = inspected;
  const style = readStyle(document.source, language, document.grammar, document.tree.rootNode);
  const indent = indentOf(document.source, loop.node.startIndex);
  const before = (made: string): TextEdit => ({
    start: loop.node.startIndex,
    end: loop.node.startIndex,
    text: `${made}${style.lineEnd}${indent}`,
  });
  const plain = language.id === 'python' ? 'idempotency_key' : 'idempotencyKey';
  const name = freeNames([plain], document.source).get(plain) ?? plain;
  const field = `${style.quote}Idempotency-Key${style.quote}: ${name}`;
  if (language.id === 'python') {
    const sent = asKeyword(site, field);
    if (!sent) return {};
    const { text, edits } = withImports(inspected, loop.node, 'str(uuid.uuid4())', ['uuid']);
    return { edits: [...edits, before(`${name} = ${text}`), sent(document.source)] };
  }
  if (language.id !== 'javascript' && language.id !== 'typescript') return {};
  const sent = asOption(site, field, document.source);
  const end = style.semicolons ? ';' : '';
  return sent ? { edits: [before(`const ${name} = crypto.randomUUID()${end}`), sent] } : {};
}

/** `headers={…}` */
function asKeyword({ values }: CallSite, field: string): ((source: string) => TextEdit) | undefined {
  const headers = values.find((value) => value.childForFieldName('name')?.text === 'headers');
  if (!headers) return () => behind(values, `headers={${field}}`);
  const object = headers.childForFieldName('value');
  return object?.type === 'dictionary'
    ? (source) => into(object.startIndex + 1, source, field, '')
    : undefined;
}

/** `{ headers: { … } }` */
function asOption(site: CallSite, field: string, source: string): TextEdit | undefined {
  const { at, node: options } = optionsOf(site);
  const headers = optionOf(site, 'headers');
  if (headers?.type === 'object') return into(headers.startIndex + 1, source, field);
  if (headers) return undefined;
  if (options?.type === 'object') return into(options.startIndex + 1, source, `headers: { ${field} }`);
  const isNext = !options && at === site.values.length && at > 0;
  return isNext ? behind(site.values, `{ headers: { ${field} } }`) : undefined;
}

function behind(values: readonly SyntaxNode[], text: string): TextEdit {
  const at = values.at(-1)?.endIndex ?? 0;
  return { start: at, end: at, text: `, ${text}` };
}

/** As the first item of an object, on a line of its own where the others stand so. */
function into(at: number, source: string, text: string, space = ' '): TextEdit {
  const gap = /^\s*/.exec(source.slice(at))?.[0] ?? '';
  const isEmpty = source.slice(at).trimStart().startsWith('}');
  return {
    start: at,
    end: at,
    text: isEmpty
      ? `${space}${text}${gap === '' ? space : ''}`
      : `${gap || space}${text},${gap === '' ? ' ' : ''}`,
  };
}
