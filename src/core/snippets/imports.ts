import type { DocumentStyle } from './document-style';
import type { Header } from './header';
import type { Client, Imports, Snippet, SnippetLanguage } from './snippet-catalog';
import type { SyntaxNode } from './syntax';
import type { TextEdit } from './text-edit';

/** The name by which code uses a module that is imported without another name. */
export function localName(module: string, imports: Imports | undefined): string {
  return (imports?.name && new RegExp(imports.name).exec(module)?.[0]) ?? module;
}

/** Modules that a helper needs and its file does not import yet. */
export function missingModules(modules: readonly string[], header: Header): string[] {
  return modules.filter((module) => !header.imports.some((present) => present.module === module)).sort();
}

/** Other names for modules whose own name the file gives to something else: `from time import time`. */
export function moduleAliases(
  missing: readonly string[],
  header: Header,
  imports: Imports | undefined,
): Map<string, string> {
  const hidden = missing.filter((module) => {
    const name = localName(module, imports);
    return header.bound.has(name.split('.')[0] ?? name);
  });
  if (imports?.renamed === '') {
    const whole = imports.whole ?? '{name}';
    return new Map(hidden.map((module) => [module, whole.replace('{name}', module)]));
  }
  return new Map(
    hidden.map((module) => [module, `${localName(module, imports).replaceAll(/\W/g, '_')}_module`]),
  );
}

/** Imports modules: in alphabetical order among those of the file's first group of imports, or above it. */
export function insertImports(
  missing: readonly string[],
  aliases: ReadonlyMap<string, string>,
  { imports, lexical }: SnippetLanguage,
  { package: client, standard, companions = [] }: Pick<Client, 'package' | 'standard' | 'companions'>,
  header: Header,
  root: SyntaxNode,
  { lineEnd, quote }: DocumentStyle,
): TextEdit[] {
  if (!imports || missing.length === 0) return [];
  const list = imports.list && header.imports.find(({ node }) => node.parent?.type === imports.list?.type);
  const within = list?.node.parent;
  const templates = (within && imports.list) || imports;
  const separator = within ? lineEnd + indentAt(within) : lineEnd;
  const statements = (within ?? root).namedChildren.filter(
    (node): node is SyntaxNode =>
      node !== null &&
      (/import/.test(node.type) || header.imports.some((known) => known.node.id === node.id)) &&
      node.startIndex >= (header.first?.endIndex ?? 0),
  );
  const group = firstGroup(statements);
  const own = header.imports.filter(
    ({ module, node }) =>
      (standard || module !== client) && group.some((statement) => statement.id === node.id),
  );
  const ofClient = statements.find(
    (node) => client && new RegExp(`\\b${client.replaceAll('\\', '\\\\')}\\b`).test(node.text),
  );
  const top = group[0]?.startIndex ?? header.end ?? root.startIndex;
  const rank = (module: string) =>
    (imports.first && new RegExp(imports.first).test(module) ? '' : '~') + module;
  const isApart = (module: string) => imports.apart !== undefined && new RegExp(imports.apart).test(module);
  const mixed = own.some(({ module }) => isApart(module)) && own.some(({ module }) => !isApart(module));
  const texts = new Map<number, string>();
  const add = (at: number, text: string) => texts.set(at, (texts.get(at) ?? '') + text);
  const others = missing
    .filter((name) => name !== client && !(imports.renamed === '' && aliases.has(name)))
    .sort((a, b) => Number(isApart(a)) - Number(isApart(b)));
  for (const module of others.filter((name) => !companions.includes(name))) {
    const alias = aliases.get(module);
    const text = (alias ? templates.renamed : templates.statement)
      .replaceAll(lexical.quotes[0] ?? '"', quote)
      .replace('{name}', module)
      .replace('{alias}', alias ?? '');
    const apart = isApart(module);
    const beside = (apart ? header.imports : own).filter(
      (present) => (mixed && !apart) || isApart(present.module) === apart,
    );
    const before = beside.filter((present) => rank(present.module) < rank(module)).at(-1);
    const last = statements.at(-1);
    if (before) add(lineEndOf(before.node), separator + text);
    else if (apart && beside.length === 0 && last) add(lineEndOf(last), lineEnd + separator + text);
    else add(beside[0]?.node.startIndex ?? top, text + separator);
  }
  const above = texts.get(top);
  const isFirst =
    own.length === 0 ? ofClient?.id === group[0]?.id : own.every(({ module }) => isApart(module));
  if (above !== undefined && isFirst) texts.set(top, above.slice(0, -separator.length) + lineEnd + separator);
  if (client && missing.includes(client) && !(imports.renamed === '' && aliases.has(client))) {
    add(ofClient?.startIndex ?? top, imports.statement.replace('{name}', client) + lineEnd);
  }
  for (const module of others.filter((name) => companions.includes(name))) {
    const text = imports.statement.replace('{name}', module);
    if (ofClient) add(lineEndOf(ofClient), lineEnd + text);
    else add(top, text + lineEnd);
  }
  return [...texts].map(([at, text]) => ({ start: at, end: at, text }));
}

/**
 * Imports what a helper needs below the file's other imports, in the way that these are written.
 * @param top where the first import goes in a file that has none
 */
export function insertImport(
  { import: needed }: Snippet,
  { end }: Header,
  top: number,
  source: string,
  style: DocumentStyle,
): TextEdit[] {
  const above = source.slice(0, end ?? 0);
  if (!needed || new RegExp(`\\b${needed.name}\\b`).test(above)) return [];
  const required = !/^\s*(?:import|export)\b/m.test(source) && /\brequire\(|\bmodule\.exports\b/.test(source);
  const text = (required ? needed.required : needed.statement).replaceAll("'", style.quote);
  return [insertStatement(text, end, top, style)];
}

/** Puts a statement below the header, or where one would be. */
export function insertStatement(
  statement: string,
  end: number | undefined,
  top: number,
  { lineEnd, semicolons }: DocumentStyle,
): TextEdit {
  const text = semicolons ? statement : statement.replace(/;$/, '');
  if (end !== undefined) return { start: end, end, text: lineEnd + text };
  return { start: top, end: top, text: (top > 0 ? lineEnd : '') + text + (top > 0 ? '' : lineEnd + lineEnd) };
}

/** The end of a statement, with the comment that follows it on its line. */
function lineEndOf(statement: SyntaxNode): number {
  const beside = statement.parent?.namedChildren.find(
    (node) =>
      node?.type === 'comment' &&
      node.startIndex >= statement.endIndex &&
      node.startPosition.row === statement.endPosition.row,
  );
  // A grammar may count the first half of a CRLF to the comment.
  return beside ? beside.startIndex + beside.text.trimEnd().length : statement.endIndex;
}

/** The indentation of a list's first line. */
function indentAt(list: SyntaxNode): string {
  return /\n([ \t]+)\S/.exec(list.text)?.[1] ?? '\t';
}

/** The statements on consecutive lines that a file's imports begin with. */
function firstGroup(statements: readonly SyntaxNode[]): SyntaxNode[] {
  const group: SyntaxNode[] = [];
  for (const statement of statements) {
    const before = group.at(-1);
    if (before && statement.startPosition.row > before.endPosition.row + 1) break;
    group.push(statement);
  }
  return group;
}
