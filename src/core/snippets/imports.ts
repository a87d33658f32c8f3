import type { Header } from './header';
import type { SnippetLanguage } from './snippet-catalog';
import type { SyntaxNode } from './syntax';
import type { TextEdit } from './text-edit';

/** Modules that a helper needs and its file does not import yet. */
export function missingModules(modules: readonly string[], header: Header): string[] {
  return modules.filter((module) => !header.imports.some((present) => present.module === module)).sort();
}

/** Other names for modules whose own name the file gives to something else: `from time import time`. */
export function moduleAliases(missing: readonly string[], header: Header): Map<string, string> {
  const hidden = missing.filter((module) => header.bound.has(module.split('.')[0] ?? module));
  return new Map(hidden.map((module) => [module, `${module.replaceAll('.', '_')}_module`]));
}

/** Imports modules: in alphabetical order among those of the file's first group of imports, or above it. */
export function insertImports(
  missing: readonly string[],
  aliases: ReadonlyMap<string, string>,
  { imports }: SnippetLanguage,
  client: string | undefined,
  header: Header,
  root: SyntaxNode,
  lineEnd: string,
): TextEdit[] {
  if (!imports || missing.length === 0) return [];
  const statements = root.namedChildren.filter(
    (node): node is SyntaxNode =>
      node !== null && /import/.test(node.type) && node.startIndex >= (header.first?.endIndex ?? 0),
  );
  const group = firstGroup(statements);
  const own = header.imports.filter(
    ({ module, node }) => module !== client && group.some((statement) => statement.id === node.id),
  );
  const ofClient = statements.find((node) => client && new RegExp(`\\b${client}\\b`).test(node.text));
  const top = group[0]?.startIndex ?? header.end ?? root.startIndex;
  const texts = new Map<number, string>();
  const add = (at: number, text: string) => texts.set(at, (texts.get(at) ?? '') + text);
  for (const module of missing.filter((name) => name !== client)) {
    const alias = aliases.get(module);
    const text = (alias ? imports.renamed : imports.statement)
      .replace('{name}', module)
      .replace('{alias}', alias ?? '');
    const before = own.filter((present) => present.module < module).at(-1);
    if (before) add(before.node.endIndex, lineEnd + text);
    else add(own[0]?.node.startIndex ?? top, text + lineEnd);
  }
  if (own.length === 0 && texts.has(top) && ofClient?.id === group[0]?.id) add(top, lineEnd);
  if (client && missing.includes(client)) {
    add(ofClient?.startIndex ?? top, imports.statement.replace('{name}', client) + lineEnd);
  }
  return [...texts].map(([at, text]) => ({ start: at, end: at, text }));
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
