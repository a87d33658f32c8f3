import {
  Diagnostic,
  DiagnosticSeverity,
  type ExtensionContext,
  languages,
  type LogOutputChannel,
  Range,
  Uri,
  workspace,
} from 'vscode';
import schema from '../../../catalog/catalog.schema.json';
import type { CompiledSource } from '../../core/catalog/catalog-index';
import { type CatalogIssue, formatIssue } from '../../core/catalog/catalog-issue';
import { type CompiledIndex, compileCatalogs } from '../../core/catalog/compile';
import { type CatalogText, validateCatalogs } from '../../core/catalog/validate';
import { givenFacts } from '../../core/exchange/facts/given/index';

/** Validates and compiles them. What is wrong in one is shown at its line in the Problems view; the rest still work. */
export async function loadTeamCatalogs(
  files: readonly Uri[],
  shipped: CompiledIndex,
  context: ExtensionContext,
  log: LogOutputChannel,
): Promise<CompiledSource> {
  const texts: CatalogText[] = [];
  for (const uri of files) {
    try {
      texts.push({ file: uri.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) });
    } catch (error) {
      log.warn(
        `The catalog ${uri.toString(true)} could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const { catalogs, issues } = validateCatalogs(texts, {
    schema,
    facts: [...shipped.facts.map((name) => ({ name })), ...givenFacts],
    sharedCauses: shipped.sharedCauses,
    problems: shipped.problems.map(([api, id]) => `${shipped.apis[api]?.id}/${id}`),
    apis: shipped.apis.map(({ id }) => id),
  });
  show(issues, context, log);
  const compiled = compileCatalogs(catalogs, shipped.sharedCauses);
  return {
    index: { ...compiled.index, sharedCauses: [] },
    read: (number) => compiled.records[number] as string,
  };
}

function show(issues: readonly CatalogIssue[], context: ExtensionContext, log: LogOutputChannel): void {
  const collection = collectionOf(context);
  collection.clear();
  for (const file of new Set(issues.map((issue) => issue.file))) {
    const found = issues.filter((issue) => issue.file === file);
    for (const issue of found) log.warn(formatIssue(issue));
    collection.set(Uri.parse(file), found.map(diagnosticOf));
  }
}

function diagnosticOf({ line, character, endLine, endCharacter, message }: CatalogIssue): Diagnostic {
  const diagnostic = new Diagnostic(
    new Range(line, character, endLine, endCharacter),
    message,
    DiagnosticSeverity.Error,
  );
  diagnostic.source = 'API Troubleshooter';
  return diagnostic;
}

const collections = new WeakMap<ExtensionContext, ReturnType<typeof languages.createDiagnosticCollection>>();

function collectionOf(context: ExtensionContext) {
  const known = collections.get(context);
  if (known) return known;
  const made = languages.createDiagnosticCollection('api-troubleshooter-catalogs');
  context.subscriptions.push(made);
  collections.set(context, made);
  return made;
}
