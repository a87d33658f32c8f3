import { buildCatalogIndex, type CatalogIndex } from '../../src/core/catalog/catalog-index';
import { compileCatalogs } from '../../src/core/catalog/compile';
import { validateCatalogs } from '../../src/core/catalog/validate';
import { given, shippedCatalogs } from '../../scripts/catalog-files';

let index: CatalogIndex | undefined;

/** The index over the catalogs that ship, compiled from their sources; made once. */
export function shippedIndex(): CatalogIndex {
  if (!index) {
    const compiled = compileCatalogs(validateCatalogs(shippedCatalogs(), given).catalogs);
    index = buildCatalogIndex([
      { index: compiled.index, read: (number) => compiled.records[number] as string },
    ]);
  }
  return index;
}
