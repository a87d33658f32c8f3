import { jwt, markedKey } from '../redact/marked-tokens';
import type { SyntaxNode } from '../snippets/syntax';
import { ancestors } from '../snippets/syntax';
import type { Inspected } from './find-pitfalls';
import { fromEnvironment } from './from-environment';
import type { Pitfall } from './pitfall';
import { isRealSecret, type Secret } from './real-secret';

/** So many are enough to say that a file is full of them. */
const most = 50;

/** Whether a text holds anything that is written as keys or tokens are. */
export const hasSecretLook = (source: string): boolean => lookalikes(source).next().done === false;

/** Keys and tokens that are literals of the source, where they open something and are no example. */
export function hardCodedSecrets(inspected: Inspected): Pitfall[] {
  if (!inspected.enabled.has('hard-coded-secret')) return [];
  const { source, tree } = inspected.document;
  const found: Pitfall[] = [];
  for (const secret of lookalikes(source)) {
    if (found.length === most) break;
    const literal = literalAt(tree.rootNode, secret.start);
    if (!literal || !isWhole(literal, secret) || isExample(literal)) continue;
    const mended = fromEnvironment(inspected, literal, secret);
    found.push({ id: 'hard-coded-secret', start: secret.start, end: secret.end, ...mended });
  }
  return found;
}

function* lookalikes(source: string): Generator<Secret> {
  for (const [pattern, kind] of [
    [jwt, 'jwt'],
    [markedKey, 'key'],
  ] as const) {
    for (const match of source.matchAll(pattern)) {
      const secret = { kind, text: match[0], start: match.index, end: match.index + match[0].length };
      if (isRealSecret(secret, source)) yield secret;
    }
  }
}

const ofText = /string|content|fragment|chars|escape|literal|heredoc|^word$|raw/;

/** The literal around an offset, with its quotes; nothing in a comment, a name or a regular expression. */
function literalAt(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  let node = root.namedDescendantForIndex(offset);
  if (!node || !ofText.test(node.type) || node.type.includes('regex')) return undefined;
  for (const parent of ancestors(node)) {
    if (!ofText.test(parent.type) || /statement|template_literal_type/.test(parent.type)) break;
    node = parent;
  }
  return node;
}

/** Whether the literal is the secret, alone or behind its scheme or field: in longer texts it is an example. */
function isWhole({ text, startIndex }: SyntaxNode, { start, end }: Secret): boolean {
  const before = text.slice(0, start - startIndex).replace(/^[a-zA-Z@$]*["'`]*/, '');
  const after = text.slice(end - startIndex).replace(/[#"'`]*$/, '');
  return (
    after.length === 0 &&
    /^(?:[\w-]+: *)?(?:[A-Za-z]+ +)?$|^[\w.-]+=$|^https?:\/\/\S+[?&][\w-]+=$/.test(before)
  );
}

const exampleName = /example|sample|fake|dummy|mock|placeholder|(?:^|_|\b)test|doc(?:s|string)?\b/i;

/** Whether the code names the literal an example, or makes nothing of it. */
function isExample(literal: SyntaxNode): boolean {
  for (const node of ancestors(literal)) {
    if (/^(?:expression_statement|module|program|comment|source_file)$/.test(node.type)) {
      return (
        node.type === 'expression_statement' &&
        node.namedChildren.length === 1 &&
        node.namedChildren[0]?.id === literal.id
      );
    }
    const name = ['name', 'key', 'left'].map((field) => node.childForFieldName(field)).find(Boolean);
    if (name && name.id !== literal.id && exampleName.test(name.text.slice(0, 200))) return true;
  }
  return false;
}
