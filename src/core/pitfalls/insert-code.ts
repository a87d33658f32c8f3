import { readStyle, respell, type DocumentStyle } from '../snippets/document-style';
import { readHeader, type Header } from '../snippets/header';
import { freeNames, helperSource, presentHelper, rename, renameModules } from '../snippets/helper-source';
import { insertImports, localName, missingModules, moduleAliases } from '../snippets/imports';
import { belowHeader, insertAtEnd, insertHelper, insertInClass } from '../snippets/insertion';
import type { Snippet } from '../snippets/snippet-catalog';
import { topLevel } from '../snippets/header';
import type { SyntaxNode } from '../snippets/syntax';
import type { TextEdit } from '../snippets/text-edit';
import type { Inspected } from './find-pitfalls';
import type { Helper } from './pitfall-catalog';

/** Code for a place in a file, with what else the file needs for it. */
export interface Inserted {
  /** The code as it reads in this file. */
  text: string;
  edits: TextEdit[];
}

/** An expression that names modules, which the file imports where it does not yet. */
export function withImports(
  inspected: Inspected,
  at: SyntaxNode,
  text: string,
  modules: readonly string[],
): Inserted {
  const { style, header } = around(inspected, at);
  const { missing, names } = modulesFor(inspected, modules, header);
  return {
    text: renameModules(text, names, inspected.language.imports),
    edits: imports(inspected, missing, header, style),
  };
}

/** The name of a helper that stands in the file then: it is inserted once, in the file's own spelling. */
export function withHelper(inspected: Inspected, at: SyntaxNode, helper: Helper): Inserted {
  const { language, document } = inspected;
  const { source, tree } = document;
  const { style, header } = around(inspected, at);
  const snippet = snippetOf(helper);
  const present = presentHelper(source, header.end ?? 0, snippet);
  if (present) return { text: called(helper, present), edits: [] };
  const names = freeNames(snippet.declares, source);
  const { code, modules } = helperSource(snippet, language, { holds: () => false, valueOf: () => '' });
  const needed = modulesFor(inspected, modules, header);
  const spelled = respell(
    renameModules(rename(code, names), needed.names, language.imports),
    language.lexical,
    style,
  );
  const root = tree.rootNode;
  const place = {
    end: () => insertAtEnd(spelled, header, source, language, style),
    'after-header': () =>
      insertHelper(spelled, belowHeader(header, [], root, source), source, language, style),
    'in-class': () => insertInClass(spelled, helper.prefix, topLevel(at, root), source, language, style),
  }[helper.place]();
  return {
    text: called(helper, names.get(helper.name) ?? helper.name),
    edits: [
      ...imports(inspected, needed.missing, header, style),
      { start: place.start, end: place.end, text: place.text },
    ],
  };
}

const called = ({ name, call }: Helper, present: string): string => call?.replace(name, present) ?? present;

const snippetOf = ({ source, name, place, prefix }: Helper): Snippet => ({
  kind: 'retry',
  source,
  helper: name,
  declares: [name],
  place,
  prefix,
  call: {},
  parameters: [],
});

function around({ language, document }: Inspected, at: SyntaxNode): { style: DocumentStyle; header: Header } {
  const { source, grammar, tree } = document;
  return {
    style: readStyle(source, language, grammar, tree.rootNode),
    header: readHeader(language, grammar, tree.rootNode, at),
  };
}

/** Modules that are missing, and the names that all of them have in this file. */
function modulesFor({ language }: Inspected, modules: readonly string[], header: Header) {
  const missing = missingModules(modules, header);
  const aliases = moduleAliases(missing, header, language.imports);
  const names = [...aliases].map(([module, name]) => [localName(module, language.imports), name] as const);
  return { missing, names, aliases };
}

function imports(
  { language, document }: Inspected,
  missing: readonly string[],
  header: Header,
  style: DocumentStyle,
): TextEdit[] {
  const aliases = moduleAliases(missing, header, language.imports);
  return insertImports(missing, aliases, language, {}, header, document.tree.rootNode, style);
}
