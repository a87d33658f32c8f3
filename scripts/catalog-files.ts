import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import schema from '../catalog/catalog.schema.json';
import type { CatalogText, Given } from '../src/core/catalog/validate';
import { allFacts } from '../src/core/exchange/facts/index';

export const root = join(__dirname, '..');

/** What every catalog is held against. */
export const given: Given = { schema, facts: allFacts };

/** The catalogs that ship: shared causes and standards first, then the APIs. */
export function shippedCatalogs(): CatalogText[] {
  const folder = join(root, 'catalog');
  const inFolder = (name: string): string[] =>
    readdirSync(join(folder, name))
      .filter((file) => /\.ya?ml$/.test(file))
      .sort()
      .map((file) => join(folder, name, file));
  return [join(folder, 'causes.yaml'), ...inFolder('standards'), ...inFolder('apis')].map(readCatalog);
}

export function readCatalog(path: string): CatalogText {
  return { file: relative(process.cwd(), path) || path, text: readFileSync(path, 'utf8') };
}
