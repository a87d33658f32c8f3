import { PatternTable } from '../recognize/pattern-table';
import type { Api, Cause, Problem, ProblemRef } from './catalog';
import type { CompiledIndex, OneOrMany, ProblemRecord } from './compile';
import type { Envelope } from './format';

/** Gives the JSON of a compiled catalog's problem: its number there, and where its bytes stand. */
export type ReadRecord = (number: number, offset: number, bytes: number) => string;

export interface CompiledSource {
  readonly index: CompiledIndex;
  readonly read: ReadRecord;
}

/** Everything that is known, ready to be looked up. Built once from all compiled catalogs; never changed. */
export interface CatalogIndex {
  readonly apis: readonly Api[];
  readonly sharedCauses: readonly Cause[];
  /** Each envelope once, with the numbers of the APIs that have it. */
  readonly envelopes: readonly SharedEnvelope[];
  /** How many problems there are; refs are 0 … size − 1. */
  readonly size: number;
  readonly patterns: PatternTable;
  problem(ref: ProblemRef): Problem;
  apiOf(ref: ProblemRef): Api;
  /** The number of its API in `apis`. */
  apiNumberOf(ref: ProblemRef): number;
  idOf(ref: ProblemRef): string;
  find(api: string, problem: string): ProblemRef | undefined;
  /** What a status alone may mean. Of a standard only the status's own entry: its codes and messages say more. */
  withStatus(status: number): readonly ProblemRef[];
  /** Every entry of an API's catalog, in its order. */
  problemsOf(api: string): readonly ProblemRef[];
}

export interface SharedEnvelope {
  readonly envelope: Envelope;
  readonly apis: readonly number[];
}

/** Problems that are kept parsed; a hover shows a handful. */
const keptRecords = 200;

/** One index over compiled catalogs, whose problems are numbered in their order. */
export function buildCatalogIndex(sources: readonly CompiledSource[]): CatalogIndex {
  const apis: Api[] = [];
  const patterns = new PatternTable();
  const statuses = new Map<number, ProblemRef[]>();
  const ids: string[] = [];
  /** Of each problem: API's number, source, number there, offset and length of its record. */
  const places = new Int32Array(5 * sources.reduce((sum, { index }) => sum + index.problems.length, 0));

  sources.forEach(({ index }, source) => {
    const firstApi = apis.length;
    apis.push(...index.apis);
    index.apis.forEach((api, number) => addApiPatterns(patterns, api, firstApi + number));
    let offset = 0;
    index.problems.forEach(([api, id, status, codes, messages, bytes, kind, names = []], number) => {
      const ref = ids.push(id) - 1;
      places[5 * ref] = firstApi + api;
      places[5 * ref + 1] = source;
      places[5 * ref + 2] = number;
      places[5 * ref + 3] = offset;
      places[5 * ref + 4] = bytes;
      offset += bytes + 1;
      for (const code of listOf(codes)) patterns.add('code', code, ref);
      for (const message of listOf(messages)) patterns.add('message', message, ref);
      if (kind === 'field' || kind === 'claim') for (const name of names) patterns.add(kind, name, ref);
      const isStatusOnly = listOf(codes).length + listOf(messages).length === 0;
      if (index.apis[api]?.standard && !isStatusOnly) return;
      for (const each of listOf(status)) {
        const list = statuses.get(each);
        if (list) list.push(ref);
        else statuses.set(each, [ref]);
      }
    });
  });

  const kept = new Map<ProblemRef, Problem>();
  const byName = new Map<string, ProblemRef>();
  const apiNumberOf = (ref: ProblemRef): number => places[5 * ref] as number;
  const apiOf = (ref: ProblemRef): Api => apis[apiNumberOf(ref)] as Api;
  const readers = sources.map(({ read }) => read);
  const shared = sources.map(({ index }) => new Map(index.sharedCauses.map((cause) => [cause.id, cause])));
  const resolve = (cause: Cause | { use: string }, source: number): Cause[] => {
    const found = 'use' in cause ? shared[source]?.get(cause.use) : cause;
    return found ? [found] : [];
  };

  return {
    apis,
    sharedCauses: sources.flatMap(({ index }) => index.sharedCauses),
    envelopes: envelopesOf(apis),
    size: ids.length,
    patterns,
    apiOf,
    apiNumberOf,
    idOf: (ref) => ids[ref] as string,
    problemsOf: (api) => Array.from(ids.keys()).filter((ref) => apiOf(ref).id === api),
    withStatus: (status) => statuses.get(status) ?? [],
    find(api, problem) {
      if (byName.size === 0) ids.forEach((id, ref) => byName.set(`${apiOf(ref).id}/${id}`, ref));
      return byName.get(`${api}/${problem}`);
    },
    problem(ref) {
      const known = kept.get(ref);
      if (known) return known;
      const [, source = 0, number = 0, offset = 0, bytes = 0] = places.subarray(5 * ref, 5 * ref + 5);
      const record = JSON.parse((readers[source] as ReadRecord)(number, offset, bytes)) as ProblemRecord;
      const problem = { ...record, causes: record.causes.flatMap((cause) => resolve(cause, source)) };
      if (kept.size >= keptRecords) kept.delete(kept.keys().next().value as ProblemRef);
      kept.set(ref, problem);
      return problem;
    },
  };
}

const listOf = <T extends string | number>(value: OneOrMany<T>): readonly T[] =>
  typeof value === 'object' ? value : [value];

function envelopesOf(apis: readonly Api[]): SharedEnvelope[] {
  const shared = new Map<string, { envelope: Envelope; apis: number[] }>();
  apis.forEach(({ envelope }, number) => {
    if (!envelope) return;
    const key = JSON.stringify(envelope);
    const known = shared.get(key);
    if (known) known.apis.push(number);
    else shared.set(key, { envelope, apis: [number] });
  });
  return [...shared.values()];
}

function addApiPatterns(patterns: PatternTable, api: Api, number: number): void {
  for (const host of api.match?.hosts ?? []) patterns.add('host', host.replace(/^\*\./, ''), number);
  for (const word of api.match?.words ?? []) patterns.add('word', word, number);
  for (const endpoint of api.match?.endpoints ?? []) {
    const path = endpoint.replace(/^[A-Z]+ /, '').replace(/\/?\{.*$/, '');
    if (path.length > 1) patterns.add('endpoint', path, number);
  }
}
