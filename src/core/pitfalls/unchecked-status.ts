import { readStyle, respell } from '../snippets/document-style';
import type { CallSite } from '../snippets/call-site';
import { ancestors, type SyntaxNode } from '../snippets/syntax';
import type { Inspected } from './find-pitfalls';
import { functionAround } from './function-around';
import { indentOf } from './indent-of';
import type { Loop } from './loop';
import type { Pitfall } from './pitfall';

/** Whether an answer of `fetch` is read as a success in a retry, while nobody looks at its status. */
export function neverLooksAtStatus({ client, call }: CallSite, loop: Loop): boolean {
  if (client.id !== 'fetch') return false;
  const code = functionAround(loop.node).text;
  if (/\.(?:ok|status|statusText)\b|\bok\s*[,}]|\bstatus\s*[,}:]/.test(code)) return false;
  const answer = answerOf(call);
  if (!answer)
    return /^\s*\)?\s*\.(?:then\(\s*\(?\s*(\w+)\s*\)?\s*=>\s*\1\.)?(?:json|text|arrayBuffer|blob)\(/.test(
      textBehind(call),
    );
  const escapes = new RegExp(
    `[(,]\\s*${answer}\\s*[,)]|return\\s+(?:await\\s+)?${answer}\\s*[;\\n}]|=\\s*${answer}\\s*[;,\\n]|\\{[^{}]*\\b${answer}\\s*[,}]`,
  );
  return (
    new RegExp(`\\b${answer}\\s*\\.(?:json|text|arrayBuffer|blob|formData)\\(`).test(code) &&
    !escapes.test(code)
  );
}

/** The name that holds the answer. */
function answerOf(call: SyntaxNode): string | undefined {
  return statementOf(call)?.name;
}

function statementOf(call: SyntaxNode): { name: string; statement: SyntaxNode } | undefined {
  const [awaiting, holder] = [...ancestors(call)];
  if (awaiting?.type !== 'await_expression' || !holder) return undefined;
  const name = holder.childForFieldName('name') ?? holder.childForFieldName('left');
  const { parent } = holder;
  if (
    !parent ||
    !/^(?:variable_declarator|assignment_expression)$/.test(holder.type) ||
    name?.type !== 'identifier'
  )
    return undefined;
  return { name: name.text, statement: parent };
}

function textBehind(call: SyntaxNode): string {
  const statement = [...ancestors(call)].find(({ type }) => /statement|declaration/.test(type));
  return statement ? statement.text.slice(call.endIndex - statement.startIndex) : '';
}

/** The statuses that pass become errors, so that the retry around sees them; others stay the caller's. */
export function checkStatus(inspected: Inspected, { call }: CallSite): Pick<Pitfall, 'edits' | 'sure'> {
  const held = statementOf(call);
  if (!held) return {};
  const { document, language } = inspected;
  const { source, grammar, tree } = document;
  const style = readStyle(source, language, grammar, tree.rootNode);
  const code = `if ([408, 429, 500, 502, 503, 504].includes(${held.name}.status)) {\n  throw new Error(\`HTTP \${${held.name}.status}\`);\n}`;
  const indent = indentOf(source, held.statement.startIndex);
  const text = respell(code, language.lexical, style).replace(/^/gm, indent);
  const at = held.statement.endIndex;
  return { edits: [{ start: at, end: at, text: `\n${text}`.replaceAll('\n', style.lineEnd) }], sure: true };
}
