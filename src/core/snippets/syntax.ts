import { editBetween, type TextChange } from './edit-between';

/**
 * The part of tree-sitter that this folder uses, so that neither its WebAssembly nor a file system is needed to
 * read the code. Offsets are UTF-16 code units, as in a VS Code document.
 */
export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly text: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly startPosition: { row: number };
  readonly endPosition: { row: number };
  readonly hasError: boolean;
  readonly parent: SyntaxNode | null;
  readonly namedChildren: (SyntaxNode | null)[];
  childForFieldName(name: string): SyntaxNode | null;
  /** The smallest named node around an offset. */
  namedDescendantForIndex(offset: number): SyntaxNode | null;
}

export interface SyntaxTree {
  readonly rootNode: SyntaxNode;
  /** Tells it what was done to its text, before another is parsed by its help. */
  edit(change: TextChange): void;
  /** Frees the memory that the tree holds outside of JavaScript's heap. */
  delete(): void;
}

export interface SyntaxCapture {
  name: string;
  node: SyntaxNode;
}

export interface SyntaxMatch {
  captures: SyntaxCapture[];
  /** What the pattern says of itself by `#set!`. */
  setProperties?: Readonly<Record<string, string | null>>;
}

export interface SyntaxQuery {
  /** Matches in `node`; with a range, those that touch it. */
  matches(node: SyntaxNode, range?: { start: number; end: number }): SyntaxMatch[];
  /** Matches that begin with `node` itself: nothing deeper is looked through. */
  matchesOf(node: SyntaxNode): SyntaxMatch[];
}

/** A language that can be parsed and queried; queries are compiled once. */
export interface Grammar {
  /** `before` is an earlier version of the text: only what differs is parsed, and its tree is of no other use then. */
  parse(source: string, before?: { source: string; tree: SyntaxTree }): SyntaxTree | undefined;
  query(text: string): SyntaxQuery;
}

interface QueryRange {
  startIndex?: number;
  endIndex?: number;
  maxStartDepth?: number;
}

/** What `web-tree-sitter` exports, after `Parser.init()`. */
export interface TreeSitter<Language> {
  Parser: new () => {
    setLanguage(language: Language): unknown;
    parse(source: string, before?: SyntaxTree | null): SyntaxTree | null;
  };
  Query: new (
    language: Language,
    text: string,
  ) => { matches(node: SyntaxNode, options?: QueryRange): SyntaxMatch[] };
}

/** A grammar of a language that `web-tree-sitter` has loaded. */
export function createGrammar<Language>(treeSitter: TreeSitter<Language>, language: Language): Grammar {
  const parser = new treeSitter.Parser();
  parser.setLanguage(language);
  const queries = new Map<string, SyntaxQuery>();
  return {
    parse(source, before) {
      before?.tree.edit(editBetween(before.source, source));
      return parser.parse(source, before?.tree) ?? undefined;
    },
    query(text) {
      const known = queries.get(text);
      if (known) return known;
      const compiled = new treeSitter.Query(language, text);
      const query: SyntaxQuery = {
        matches(node, range) {
          if (!range) return compiled.matches(node);
          if (range.end <= range.start) return [];
          // Nodes count UTF-16 units, but ranges of queries count bytes: two each.
          return compiled.matches(node, { startIndex: range.start * 2, endIndex: range.end * 2 });
        },
        matchesOf: (node) => compiled.matches(node, { maxStartDepth: 0 }),
      };
      queries.set(text, query);
      return query;
    },
  };
}

/** The nodes of one match, by capture name. */
export function capturesOf(match: SyntaxMatch): Partial<Record<string, SyntaxNode>> {
  return Object.fromEntries(match.captures.map(({ name, node }) => [name, node]));
}

/** A function, method or lambda, in any of the grammars. */
export const isFunction = ({ type }: SyntaxNode): boolean =>
  /function|method|lambda|func_literal|constructor/.test(type) && !/invocation|call/.test(type);

/** The nodes that contain `node`, the closest first. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
  for (let parent = node.parent; parent; parent = parent.parent) yield parent;
}

/** What is called: a function, a method of no object, a class; or the class whose own method is. */
export const calledName = (call: SyntaxNode) =>
  ['function', 'method', 'type', 'object']
    .map((field) => call.childForFieldName(field)?.text)
    .find(Boolean) ?? '';
