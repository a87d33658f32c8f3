import { localName } from './imports';
import type { SnippetLanguage } from './snippet-catalog';
import type { Grammar, SyntaxNode } from './syntax';

/** What a file begins with, as far as inserted code must know it. */
export interface Header {
  /** Where the header's last statement ends; undefined where there is none. */
  end?: number;
  /** What the file ends with behind its code: `?>`. */
  footer?: SyntaxNode;
  /** Constants at the top level above the call, with the statement that declares each. */
  constants: Map<string, SyntaxNode>;
  /** What constants are worth that code elsewhere in the file cannot name. */
  literals: Map<string, string>;
  /** Plain imports of one module each, in the order of the text. */
  imports: { module: string; node: SyntaxNode }[];
  /** Names that the file binds at its top level, anywhere, other than by a plain import. */
  bound: Set<string>;
  /** A statement that must stay first, `from __future__ import …`. */
  first?: SyntaxNode;
}

/** Reads the part of a file's top level that stands above a call. */
export function readHeader(
  language: SnippetLanguage,
  grammar: Grammar,
  root: SyntaxNode,
  call: SyntaxNode,
): Header {
  const top = topLevel(call, root);
  const limit = top.startIndex;
  const header: Header = { constants: new Map(), literals: new Map(), imports: [], bound: new Set() };
  for (const { captures } of grammar.query(language.header).matchesOf(root)) {
    const statement = captures.find(({ name }) => name === 'import')?.node;
    const named = captures.find(({ name }) => name === 'literal.name')?.node;
    for (const { name, node } of captures) {
      if (name === 'literal' && named) header.literals.set(named.text, node.text);
      if (name === 'footer') header.footer = node;
      if (name === 'bound') header.bound.add(localName(node.text, language.imports));
      if (name === 'constant.inner' && topLevel(node, root).id === top.id) {
        header.constants.set(node.text, statement ?? node);
      }
      const { endIndex } = topLevel(node, root);
      if (endIndex > limit) continue;
      if (name === 'header') header.end = Math.max(header.end ?? 0, endIndex);
      if (name === 'constant') header.constants.set(node.text, topLevel(node, root));
      if (name === 'imported')
        header.imports.push({ module: node.text, node: statement ?? topLevel(node, root) });
      if (name === 'first') header.first = node;
    }
  }
  return header;
}

/** The statement of the top level that contains a node. */
export function topLevel(node: SyntaxNode, root: SyntaxNode): SyntaxNode {
  let top = node;
  while (top.parent && top.parent.id !== root.id) top = top.parent;
  return top;
}
