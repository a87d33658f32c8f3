import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CatalogFile } from '../../src/core/catalog/format';

const folder = new URL('../../catalog/', import.meta.url);
const read = (file: URL): CatalogFile => parse(readFileSync(file, 'utf8')) as CatalogFile;
const readAll = (name: string): CatalogFile[] =>
  readdirSync(new URL(name, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => read(new URL(`${name}${file}`, folder)));

/** Every catalog that ships, as it stands in its file. */
export const shippedCatalogs = (): CatalogFile[] => [
  read(new URL('causes.yaml', folder)),
  ...readAll('standards/'),
  ...readAll('apis/'),
];
