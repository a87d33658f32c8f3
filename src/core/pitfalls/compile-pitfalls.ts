import { parse } from 'yaml';
import { languages } from '../text/language';
import { type PitfallCatalog, pitfallIds } from './pitfall-catalog';

/** Every error of `catalog/pitfalls`. */
export class PitfallCatalogError extends Error {
  constructor(readonly errors: readonly string[]) {
    super(`The pitfalls have errors:\n${errors.map((error) => `  ${error}`).join('\n')}`);
  }
}

/**
 * Compiles `catalog/pitfalls/` to one object.
 * @param files texts by path, relative to that folder, with forward slashes
 * @throws PitfallCatalogError with all errors
 */
export function compilePitfalls(files: Readonly<Record<string, string>>): PitfallCatalog {
  const errors: string[] = [];
  const read = (name: string): string => {
    const text = files[name];
    if (text === undefined) errors.push(`no file ${name}`);
    return text ?? '';
  };
  const manifest = parse(read('pitfalls.yaml')) as PitfallCatalog | null;
  const { pitfalls = [], languages: languageList = [] } = manifest ?? {};
  for (const id of pitfallIds) if (!pitfalls.some((entry) => entry.id === id)) errors.push(`${id}: missing`);
  for (const { id, title, fix, page, source, signs } of pitfalls) {
    if (!pitfallIds.includes(id)) errors.push(`${id}: no such pitfall`);
    for (const language of languages)
      if (!title?.[language] || !fix?.[language]) errors.push(`${id}: no text in ${language}`);
    if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(page ?? '')) errors.push(`${id}: page is no catalog/problem`);
    if (!source) errors.push(`${id}: no source`);
    if (!Array.isArray(signs)) errors.push(`${id}: no signs`);
  }
  const catalog = {
    pitfalls,
    languages: languageList.map((language) => ({
      ...language,
      query: read(language.query),
      ...(language.helper && { helper: { ...language.helper, source: read(language.helper.source) } }),
    })),
  };
  for (const { query } of catalog.languages) {
    for (const [, id = ''] of query.matchAll(/#set! pitfall "([^"]*)"/g))
      if (!(pitfallIds as readonly string[]).includes(id)) errors.push(`a query sets pitfall ${id}`);
  }
  if (errors.length > 0) throw new PitfallCatalogError(errors);
  return catalog;
}
