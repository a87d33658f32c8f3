/** `npm run catalog:check [FILE…]`: validates the given catalogs, or those that ship; exits 1 where one is wrong. */
import { resolve } from 'node:path';
import { formatIssue } from '../src/core/catalog/catalog-issue';
import { entriesOf } from '../src/core/catalog/entries';
import { validateCatalogs } from '../src/core/catalog/validate';
import { given, readCatalog, shippedCatalogs } from './catalog-files';

const files = process.argv.slice(2).map((path) => resolve(path));
const shipped = shippedCatalogs();
const { issues, catalogs } = validateCatalogs(
  files.length === 0 ? shipped : files.map(readCatalog),
  surroundings(),
);

function surroundings(): typeof given {
  if (files.length === 0) return given;
  const others = shipped.filter(({ file }) => !files.includes(resolve(file)));
  const known = validateCatalogs(others, given).catalogs;
  return {
    ...given,
    sharedCauses: known.filter(({ standard }) => standard).flatMap(({ causes }) => causes ?? []),
    problems: known.flatMap((catalog) =>
      entriesOf(catalog).map(({ source }) => `${catalog.id}/${source.id}`),
    ),
    apis: known.map(({ id }) => id),
  };
}

for (const issue of issues) console.error(formatIssue(issue));
const entries = catalogs.reduce((sum, catalog) => sum + entriesOf(catalog).length, 0);
console.log(`${catalogs.length} catalogs with ${entries} entries are valid, ${issues.length} issues.`);
process.exitCode = issues.length > 0 ? 1 : 0;
