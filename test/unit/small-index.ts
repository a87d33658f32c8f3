import { buildCatalogIndex, type CatalogIndex } from '../../src/core/catalog/catalog-index';
import { compileCatalogs } from '../../src/core/catalog/compile';
import type { CatalogFile, ProblemSource } from '../../src/core/catalog/format';

/** An index over catalogs that a test writes as objects. */
export function indexOf(...catalogs: readonly CatalogFile[]): CatalogIndex {
  const { index, records } = compileCatalogs(catalogs);
  return buildCatalogIndex([{ index, read: (number) => records[number] as string }]);
}

/** A problem with the texts that a test does not care for. */
export function problem(id: string, rest: Partial<ProblemSource> = {}): ProblemSource {
  const text = { en: `Title of ${id}`, 'pt-BR': `Título de ${id}` };
  return { id, title: text, summary: text, source: 'test', ...rest };
}
