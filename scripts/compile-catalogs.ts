import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { formatIssue } from '../src/core/catalog/catalog-issue';
import { compileCatalogs, serializeCompiled } from '../src/core/catalog/compile';
import { validateCatalogs } from '../src/core/catalog/validate';
import { given, root, shippedCatalogs } from './catalog-files';

/** Validates and compiles the shipped catalogs into `dist/catalogs.jsonl.br`; throws with every issue where one is wrong. */
export function compileShippedCatalogs(): void {
  const { catalogs, issues } = validateCatalogs(shippedCatalogs(), given);
  if (issues.length > 0)
    throw new Error(`The catalogs are not valid.\n${issues.map(formatIssue).join('\n')}`);
  const facts = given.facts.map(({ name }) => name);
  const compiled = compileCatalogs(catalogs, [], facts);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'catalogs.jsonl.br'), brotliCompressSync(serializeCompiled(compiled)));
}
