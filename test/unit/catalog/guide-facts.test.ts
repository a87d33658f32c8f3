import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { valueAt } from '../../../src/core/exchange/readings/json-path';
import type { CatalogFile, ProblemSource } from '../../../src/core/catalog/format';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { indexOf } from '../small-index';

/** The literal facts of one API's guide, listed from the guide, and not from the catalog that is held against them. */
interface Facts {
  /** The guide's title, for the names of the tests. */
  guide?: string;
  /** Codes with their statuses; null where the guide names no status. */
  codes?: Record<string, number | number[] | null>;
  /** Statuses that some problem must explain. */
  statuses?: number[];
  messages?: string[];
  endpoints?: string[];
  /** Starts of requests that some check must offer, or a step show. */
  requests?: string[];
  /** Requests that change something: no check may send them without asking. */
  unsafe?: string[];
  values?: { path: string; is: unknown }[];
  reports?: string[];
  literals?: Record<string, string[]>;
}

const here = new URL('./', import.meta.url);
const apis = new URL('../../../catalog/apis/', import.meta.url);
const read = <T>(file: string, folder: URL): T => parse(readFileSync(new URL(file, folder), 'utf8')) as T;

for (const file of readdirSync(here).filter((name) => /^facts-of-.*\.yaml$/.test(name))) {
  const name = file.replace(/^facts-of-|\.yaml$/g, '');
  holdAgainst(read<Facts>(file, here), read<CatalogFile>(`${name}.yaml`, apis));
}

function holdAgainst(facts: Facts, catalog: CatalogFile): void {
  const problems: ProblemSource[] = [...(catalog.problems ?? []), ...(catalog.guides ?? [])];
  const checks = [...(catalog.health ?? []), ...problems.flatMap((problem) => problem.checks ?? [])];

  describe(`the catalog of ${catalog.name} holds every literal fact of its guide`, () => {
    for (const [code, status] of Object.entries(facts.codes ?? {})) {
      it(
        status === null ? `explains ${code}` : `explains ${code} as a ${[status].flat().join(' or ')}`,
        () => {
          const named = problems.filter((problem) => problem.codes?.includes(code));
          assert.ok(named.length > 0, `a problem names ${code}`);
          if (status === null) return;
          const statuses = named.flatMap((problem) => problem.status ?? []);
          for (const each of [status].flat()) assert.ok(statuses.includes(each), `${code} is a ${each}`);
        },
      );
    }

    for (const status of facts.statuses ?? []) {
      it(`explains ${status}`, () => {
        assert.ok(problems.some((problem) => [problem.status ?? []].flat().includes(status)));
      });
    }

    const index = indexOf(catalog);
    for (const message of facts.messages ?? []) {
      it(`recognizes “${message}”`, () => {
        const mentions = mentionsIn(message, index, 'log');
        assert.ok(mentions.some(({ kind }) => kind === 'message'));
      });
    }

    for (const endpoint of facts.endpoints ?? []) {
      it(`knows the endpoint ${endpoint}`, () => {
        const paths = catalog.match?.endpoints?.map((known) => known.replace(/^[A-Z]+ /, ''));
        assert.ok(paths?.includes(endpoint));
      });
    }

    const offered = [...checks.map((check) => check.request), ...shownRequests(problems)];
    for (const request of facts.requests ?? []) {
      it(`offers or shows ${request}`, () => {
        assert.ok(offered.some((each) => each.startsWith(request)));
      });
    }

    for (const request of facts.unsafe ?? []) {
      it(`asks before it sends ${request}`, () => {
        const such = checks.filter((check) => check.request.startsWith(request));
        assert.ok(such.length > 0, 'a check offers it');
        assert.ok(such.every((check) => check.unsafe === true));
      });
    }

    for (const { path, is } of facts.values ?? []) {
      it(`says that ${path} is ${JSON.stringify(is)}`, () => {
        assert.deepEqual(valueAt(catalog, path), is);
      });
    }

    for (const item of facts.reports ?? []) {
      it(`asks for ${item} in a report`, () => {
        assert.ok(catalog.support?.include?.some((included) => included === item));
      });
    }

    const strings = stringsOf(catalog);
    for (const [section, literals] of Object.entries(facts.literals ?? {})) {
      for (const literal of literals) {
        it(`mentions “${literal}” (${section})`, () => {
          assert.ok(strings.some((text) => text.includes(literal)));
        });
      }
    }
  });
}

/** The request lines of steps and examples that are `.http` text. */
function shownRequests(problems: readonly ProblemSource[]): string[] {
  return problems
    .flatMap((problem) => [...(problem.steps ?? []), ...(problem.examples ?? [])])
    .flatMap((step) => (step.language === 'http' ? (step.code ?? '').split('\n') : []))
    .map((line) => line.replace('{{baseUrl}}', ''));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}
