import Ajv from 'ajv';
import type { Cause } from './catalog';
import type { CatalogIssue } from './catalog-issue';
import type { KnownFact } from './fact-names';
import { entriesOf } from './entries';
import type { CatalogFile } from './format';
import { referenceIssues } from './reference-issues';
import { schemaIssues } from './schema-issues';
import { readYaml, type YamlSource } from './yaml-source';

export interface CatalogText {
  readonly file: string;
  readonly text: string;
}

/** What is already there when catalogs are validated. */
export interface Given {
  readonly schema: object;
  readonly facts: readonly KnownFact[];
  /** Causes and problems (`api/problem`) of catalogs loaded earlier. */
  readonly sharedCauses?: readonly Cause[];
  readonly problems?: readonly string[];
  readonly apis?: readonly string[];
}

export interface Validated {
  /** The catalogs without any issue, in the order given. */
  readonly catalogs: readonly CatalogFile[];
  readonly issues: readonly CatalogIssue[];
}

/** Validates files against the schema and each other. One that has an issue is left out; the rest still work. */
export function validateCatalogs(texts: readonly CatalogText[], given: Given): Validated {
  const validate = new Ajv({ allErrors: true, verbose: true, strict: false }).compile(given.schema);
  const issues: CatalogIssue[] = [];
  const sound: { source: YamlSource; catalog: CatalogFile }[] = [];
  for (const { file, text } of texts) {
    const source = readYaml(file, text);
    const found = source.issues.length > 0 ? source.issues : schemaIssues(source, validate);
    if (found.length === 0) sound.push({ source, catalog: source.value as CatalogFile });
    issues.push(...found);
  }

  const catalogs = sound.map(({ catalog }) => catalog);
  const around = {
    complete: sound.length === texts.length,
    facts: new Map(given.facts.map((fact) => [fact.name, fact])),
    sharedCauses: new Set([
      ...(given.sharedCauses ?? []).map((cause) => cause.id),
      ...catalogs
        .filter((catalog) => catalog.standard)
        .flatMap((catalog) => (catalog.causes ?? []).map(({ id }) => id)),
    ]),
    problems: new Set([...(given.problems ?? []), ...catalogs.flatMap(problemIds)]),
  };
  const seen = new Set(given.apis ?? []);
  const good = sound.filter(({ source, catalog }) => {
    const found = referenceIssues(source, catalog, around);
    if (seen.has(catalog.id))
      found.push(source.issueAt(['id'], `There is already a catalog with the id "${catalog.id}".`));
    seen.add(catalog.id);
    issues.push(...found);
    return found.length === 0;
  });
  return { catalogs: good.map(({ catalog }) => catalog), issues };
}

const problemIds = (catalog: CatalogFile): string[] =>
  entriesOf(catalog).map(({ source }) => `${catalog.id}/${source.id}`);
