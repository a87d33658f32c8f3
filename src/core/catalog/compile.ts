import type { Api, Cause, Problem } from './catalog';
import { entriesOf, type Entry } from './entries';
import type { CatalogFile } from './format';

/**
 * Catalogs as they are shipped: a small index that is always read, and one record a problem that is read when it is
 * shown. So the memory grows with the codes, not with the texts.
 */
export interface CompiledIndex {
  readonly version: 2;
  readonly apis: readonly Api[];
  readonly sharedCauses: readonly Cause[];
  /** The names of all facts, by which a team's catalog is validated without loading them. */
  readonly facts: readonly string[];
  readonly problems: readonly CompiledEntry[];
}

/**
 * A problem in the index. One status, code or message stands for itself, without a list around it: that is what most
 * problems have, and reading a hundred thousand lists takes as long as all the rest.
 */
export type CompiledEntry = readonly [
  api: number,
  id: string,
  status: OneOrMany<number>,
  codes: OneOrMany<string>,
  messages: OneOrMany<string>,
  bytes: number,
  kind?: Problem['kind'],
  names?: readonly string[],
];

export type OneOrMany<T> = T | readonly T[];

/** A problem as it is stored: a cause that many problems share stands once, in the index, and is named here. */
export type ProblemRecord = Omit<Problem, 'causes'> & { causes: (Cause | { use: string })[] };

export interface Compiled {
  readonly index: CompiledIndex;
  /** `ProblemRecord` as JSON, in the order of `index.problems`. */
  readonly records: readonly string[];
}

/** Compiles valid catalogs. `shared` are causes of catalogs compiled earlier, for a team's own catalog. */
export function compileCatalogs(
  catalogs: readonly CatalogFile[],
  shared: readonly Cause[] = [],
  facts: readonly string[] = [],
): Compiled {
  const sharedCauses = [
    ...shared,
    ...catalogs.filter((catalog) => catalog.standard).flatMap((catalog) => catalog.causes ?? []),
  ];
  const encoder = new TextEncoder();
  const records: string[] = [];
  const problems: CompiledEntry[] = [];
  catalogs.forEach((catalog, api) => {
    const causes = causesOf(catalog, sharedCauses);
    const isShared = (cause: Cause): boolean => sharedCauses.includes(cause);
    for (const source of entriesOf(catalog)) {
      const problem = recordOf(catalog, source, causes, isShared);
      const { id, status, codes = [], messages = [], names = [], kind } = problem;
      const record = JSON.stringify(problem);
      records.push(record);
      const bytes = encoder.encode(record).length;
      // What only the exchange can show is not what a number in a text means.
      const isShown = catalog.standard && problem.when !== undefined && codes.length + messages.length === 0;
      const statuses = isShown ? [] : status;
      const entry = [api, id, shortest(statuses), shortest(codes), shortest(messages), bytes] as const;
      problems.push(kind ? [...entry, kind, names] : entry);
    }
  });
  const apis = catalogs.map(
    ({ problems: _p, guides: _g, fields: _f, claims: _c, causes: _causes, ...api }) => api,
  );
  return { index: { version: 2, apis, sharedCauses, facts, problems }, records };
}

const shortest = <T>(list: readonly T[]): OneOrMany<T> => (list.length === 1 ? (list[0] as T) : list);

function causesOf(catalog: CatalogFile, shared: readonly Cause[]): ReadonlyMap<string, Cause> {
  const inline = entriesOf(catalog).flatMap(({ source }) =>
    (source.causes ?? []).flatMap((cause) => ('use' in cause ? [] : [cause])),
  );
  return new Map([...shared, ...(catalog.causes ?? []), ...inline].map((cause) => [cause.id, cause]));
}

const kindOf = { problems: undefined, guides: 'guide', fields: 'field', claims: 'claim' } as const;

function recordOf(
  catalog: CatalogFile,
  { section, source }: Entry,
  causes: ReadonlyMap<string, Cause>,
  isShared: (cause: Cause) => boolean,
): ProblemRecord {
  const resolved = (source.causes ?? []).flatMap((cause) => {
    const found = 'use' in cause ? causes.get(cause.use) : cause;
    if (!found) return [];
    if ('use' in cause && cause.when !== undefined) return [{ ...found, when: cause.when }];
    return [isShared(found) ? { use: found.id } : found];
  });
  const status = source.status === undefined ? [] : [source.status].flat();
  const kind = kindOf[section];
  return { ...source, api: catalog.id, status, causes: resolved, ...(kind ? { kind } : {}) };
}

/** The one file that is shipped: the index on the first line, then a record a line. */
export function serializeCompiled(compiled: Compiled): string {
  return [JSON.stringify(compiled.index), ...compiled.records, ''].join('\n');
}
