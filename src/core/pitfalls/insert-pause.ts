import type { CallSite } from '../snippets/call-site';
import type { SyntaxNode } from '../snippets/syntax';
import { readStyle, respell } from '../snippets/document-style';
import { freeNames } from '../snippets/helper-source';
import type { TextEdit } from '../snippets/text-edit';
import type { Inspected } from './find-pitfalls';
import { indentOf } from './indent-of';
import { withImports } from './insert-code';
import type { Loop } from './loop';
import { isAwaited } from './pauses';
import type { Pitfall } from './pitfall';

/**
 * A wait with full jitter before each further attempt. It stands at the start of the body, where every way round comes
 * by and the last attempt does not wait in vain.
 */
export function insertPause(
  inspected: Inspected,
  loop: Loop,
  { call }: CallSite,
): Pick<Pitfall, 'edits' | 'sure'> {
  if (loop.again) return pauseBefore(inspected, loop.again, loop.body);
  const { document, language, rules } = inspected;
  const { source } = document;
  const { at, counting, ...pauses } = rules.pause ?? { at: 'start' };
  const pause = isAwaited(call) ? pauses.awaited : pauses.blocking;
  const first = loop.body.namedChildren.find((child) => child && !/comment/.test(child.type));
  if (!pause || !first || !source.slice(loop.node.startIndex, first.startIndex).includes('\n')) return {};
  const edits: TextEdit[] = [];
  const counter = pause.code.includes('{') ? counterOf(loop, source, counting?.code, edits) : undefined;
  if (pause.code.includes('{counter}') && !counter) return {};
  const { name = '', start = '' } = counter ?? {};
  const code = pause.code
    .trim()
    .replaceAll('{counter}', name)
    .replaceAll('{start}', start)
    .replaceAll('{exponent}', start === '0' ? name : `(${name} - ${start})`);
  const modules = [...(pause.modules ?? []), ...((!loop.counter && counting?.modules) || [])];
  const { text, edits: imports } = withImports(inspected, loop.node, code, modules);
  const style = readStyle(source, language, document.grammar, document.tree.rootNode);
  const indent = indentOf(source, first.startIndex);
  const lines = respell(text, language.lexical, style).replace(/^/gm, indent);
  const end = loop.body.namedChildren.at(-1)?.endIndex ?? first.endIndex;
  edits.push(
    at === 'end'
      ? { start: end, end, text: `\n${lines}`.replaceAll('\n', style.lineEnd) }
      : {
          start: first.startIndex,
          end: first.startIndex,
          text: `${lines.slice(indent.length)}\n${indent}`.replaceAll('\n', style.lineEnd),
        },
  );
  return { edits: [...imports, ...edits], sure: true };
}

/** A wait before the statement by which a rescued block runs again, and only where that comes. */
function pauseBefore(
  { document, language, rules }: Inspected,
  again: SyntaxNode,
  handler: SyntaxNode,
): Pick<Pitfall, 'edits' | 'sure'> {
  const { source, grammar, tree } = document;
  const { rescued } = rules.pause ?? {};
  if (!rescued) return {};
  const counter = /(\w+) *\+= *1\b/.exec(handler.text)?.[1];
  const code = counter ? rescued.counted.replaceAll('{counter}', counter) : rescued.uncounted;
  const style = readStyle(source, language, grammar, tree.rootNode);
  const { parent } = again;
  const conditional = parent && /^(if|unless)_modifier$/.exec(parent.type)?.[1];
  const statement = conditional ? parent : again;
  const indent = indentOf(source, statement.startIndex);
  const condition = parent?.childForFieldName('condition')?.text ?? '';
  const lines = conditional
    ? [`${conditional} ${condition}`, `${style.indent}${code}`, `${style.indent}${again.text}`, 'end']
    : [code, again.text];
  const text = lines.join(`${style.lineEnd}${indent}`);
  return { edits: [{ start: statement.startIndex, end: statement.endIndex, text }], sure: true };
}

/** The name that counts attempts: the loop's own, given a name where it has none, or a new one. */
function counterOf(
  { node, body, counter, start, header }: Loop,
  source: string,
  counting: string | undefined,
  edits: TextEdit[],
): { name: string; start: string } | undefined {
  if (counter && counter.text !== '_') return start === '' ? undefined : { name: counter.text, start };
  const plain =
    freeNames(['attempt'], source.slice(Math.max(0, node.startIndex - 5000), node.endIndex)).get('attempt') ??
    'attempt';
  if (counter) {
    edits.push({ start: counter.startIndex, end: counter.endIndex, text: plain });
    return start === '' ? undefined : { name: plain, start };
  }
  if (
    !counting ||
    !/^(?:loop(?:\s+do)?|while\s*\(?\s*(?:true|1)\s*\)?:?|for\s*(?:\(\s*;\s*;\s*\))?)$/i.test(header)
  )
    return undefined;
  const end =
    node.startIndex + source.slice(node.startIndex, body.startIndex).replace(/\s*\{?\s*$/, '').length;
  const name = counting.includes('${') ? `$${plain}` : plain;
  edits.push({
    start: node.startIndex,
    end,
    text: counting.replaceAll('${counter}', `$${plain}`).replaceAll('{counter}', plain),
  });
  return { name, start: '0' };
}
