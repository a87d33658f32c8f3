import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';
import { saysRetry } from './says-retry';

/** How far names are followed: a client, its transport, what that is made of. */
const depth = 2;
/** In characters. */
const longest = 600;
const declaration = /assignment|declarat|pair|keyed_element|field|property|spec$|^method$|let_|variable/;
const addition = 'mount|push|use|with|add\\w*|unshift|prepend|insert\\w*|set\\w*';

/** Whether the file makes what a name stands for so that it repeats requests: `client = Client(transport=retrying)`. */
export function madeToRetry(name: string, near: SyntaxNode, source: string, left = depth): boolean {
  const root = rootOf(near);
  return textsOf(name, root, source).some(
    (text) =>
      // What is long, further away, is a function or a class of its own.
      (saysRetry(text) && (left === depth || text.length <= longest)) ||
      (left > 0 &&
        namesIn(text).some((other) => other !== name && madeToRetry(other, root, source, left - 1))),
  );
}

/** What a name is set to, and what is given to it later: `session.mount(…, adapter)`. */
function textsOf(name: string, root: SyntaxNode, source: string): string[] {
  const set = new RegExp(
    `(?<![\\w.])(?:this\\.|self\\.|@)?\\$?${name}(?=\\s*(?::[^=\\n;]{1,60})?(?:\\|\\||\\?\\?)?:?=(?![=>])|\\s*:\\s|\\s[\\w.*]+\\s*=)|(?<=\\bdef )${name}\\b`,
    'g',
  );
  const given = new RegExp(`(?<![\\w.])(?:this\\.|self\\.|@)?\\$?${name}(?:\\.|->)(?:${addition})\\(`, 'g');
  return [
    ...[...source.matchAll(set)].flatMap((match) => valueAt(match.index + match[0].length, root)),
    ...[...source.matchAll(given)].flatMap((match) => argumentsAt(match.index + match[0].length, root)),
  ];
}

/** The value of the declaration whose name ends at an offset; a parameter has none. */
function valueAt(end: number, root: SyntaxNode): string[] {
  const node = root.namedDescendantForIndex(end - 1);
  for (const around of node ? ancestors(node) : []) {
    if (/parameter|block|body$/.test(around.type)) return [];
    if (declaration.test(around.type) && around.endIndex > end)
      return [around.text.slice(end - around.startIndex)];
  }
  return [];
}

function argumentsAt(offset: number, root: SyntaxNode): string[] {
  const node = root.namedDescendantForIndex(offset - 1);
  const call = node && [node, ...ancestors(node)].find(({ type }) => /argument|call|invocation/.test(type));
  return call ? [call.text] : [];
}

/** Names that a value is made of. */
const namesIn = (text: string): string[] =>
  text.length > longest
    ? []
    : [...new Set(text.match(/(?<![\w.'"])\$?[A-Za-z_]\w*\b(?!\s*[(:.=])/g) ?? [])]
        .map((name) => name.replace('$', ''))
        .slice(0, 12);

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  for (const ancestor of ancestors(node)) root = ancestor;
  return root;
}
