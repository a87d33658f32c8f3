import type { Api, Cause, Problem } from './catalog';
import type { CatalogFile, ProblemSource } from './format';

/**
 * Catalogs as they are shipped: a small index that is always read, and one record a problem that is read when it is
 * shown. So the memory grows with the codes, not with the texts.
 */
export interface CompiledIndex {
  readonly version: 1;
  readonly apis: readonly Api[];
  readonly sharedCauses: readonly Cause[];
  readonly problems: readonly CompiledEntry[];
}

/** A problem in the index: `[api's number, id, statuses, codes, messages, bytes of its record]`. */
export type CompiledEntry = readonly [
  api: number,
  id: string,
  status: readonly number[],
  codes: readonly string[],
  messages: readonly string[],
  bytes: number,
];

export interface Compiled {
  readonly index: CompiledIndex;
  /** `Problem` as JSON, in the order of `index.problems`. */
  readonly records: readonly string[];
}

/** Compiles valid catalogs. `shared` are causes of catalogs compiled earlier, for a team's own catalog. */
export function compileCatalogs(catalogs: readonly CatalogFile[], shared: readonly Cause[] = []): Compiled {
  const sharedCauses = [
    ...shared,
    ...catalogs.filter((catalog) => catalog.standard).flatMap((catalog) => catalog.causes ?? []),
  ];
  const encoder = new TextEncoder();
  const records: string[] = [];
  const problems: CompiledEntry[] = [];
  catalogs.forEach((catalog, api) => {
    const causes = causesOf(catalog, sharedCauses);
    for (const [section, isGuide] of [
      [catalog.problems, false],
      [catalog.guides, true],
    ] as const) {
      for (const source of section ?? []) {
        const problem = resolve(catalog, source, causes, isGuide);
        const record = JSON.stringify(problem);
        records.push(record);
        problems.push([
          api,
          problem.id,
          problem.status,
          problem.codes ?? [],
          problem.messages ?? [],
          encoder.encode(record).length,
        ]);
      }
    }
  });
  const apis = catalogs.map(({ problems: _problems, guides: _guides, causes: _causes, ...api }) => api);
  return { index: { version: 1, apis, sharedCauses, problems }, records };
}

function causesOf(catalog: CatalogFile, shared: readonly Cause[]): ReadonlyMap<string, Cause> {
  const inline = [...(catalog.problems ?? []), ...(catalog.guides ?? [])].flatMap((problem) =>
    (problem.causes ?? []).flatMap((cause) => ('use' in cause ? [] : [cause])),
  );
  return new Map([...shared, ...(catalog.causes ?? []), ...inline].map((cause) => [cause.id, cause]));
}

function resolve(
  catalog: CatalogFile,
  source: ProblemSource,
  causes: ReadonlyMap<string, Cause>,
  isGuide: boolean,
): Problem {
  const resolved = (source.causes ?? []).flatMap((cause) => {
    const found = 'use' in cause ? causes.get(cause.use) : cause;
    return found ? [found] : [];
  });
  const status = source.status === undefined ? [] : [source.status].flat();
  return { ...source, api: catalog.id, status, causes: resolved, ...(isGuide ? { guide: true } : {}) };
}

/** The one file that is shipped: the index on the first line, then a record a line. */
export function serializeCompiled(compiled: Compiled): string {
  return [JSON.stringify(compiled.index), ...compiled.records, ''].join('\n');
}
