import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CatalogFile, ProblemSource } from '../../../src/core/catalog/format';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { indexOf } from '../small-index';

interface Facts {
  codes: Record<string, number>;
  messages: string[];
  endpoints: string[];
  requests: string[];
  values: { path: string; is: unknown }[];
  reports: string[];
  literals: Record<string, string[]>;
}

const read = <T>(path: string): T => parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const facts = read<Facts>('./facts-of-stateset.yaml');
const catalog = read<CatalogFile>('../../../catalog/apis/stateset.yaml');
const problems: ProblemSource[] = [...(catalog.problems ?? []), ...(catalog.guides ?? [])];

describe('the StateSet catalog holds every literal fact of its guide', () => {
  for (const [code, status] of Object.entries(facts.codes)) {
    it(`explains ${code} as a ${status}`, () => {
      const named = problems.filter((problem) => problem.codes?.includes(code));
      assert.equal(named.length, 1, `exactly one problem names ${code}`);
      assert.deepEqual([named[0]?.status].flat(), [status]);
    });
  }

  const index = indexOf(catalog);
  for (const message of facts.messages) {
    it(`recognizes “${message}”`, () => {
      const mentions = mentionsIn(message, index, 'log');
      assert.ok(mentions.some(({ kind }) => kind === 'message'));
    });
  }

  for (const endpoint of facts.endpoints) {
    it(`knows the endpoint ${endpoint}`, () => {
      const paths = catalog.match?.endpoints?.map((known) => known.replace(/^[A-Z]+ /, ''));
      assert.ok(paths?.includes(endpoint));
    });
  }

  for (const request of facts.requests) {
    it(`offers or shows ${request}`, () => {
      assert.ok(requestsOf(catalog).some((offered) => offered.startsWith(request)));
    });
  }

  for (const { path, is } of facts.values) {
    it(`says that ${path} is ${String(is)}`, () => {
      assert.deepEqual(valueAt(catalog, path), is);
    });
  }

  for (const item of facts.reports) {
    it(`asks for ${item} in a report`, () => {
      assert.ok(catalog.support?.include?.some((included) => included === item));
    });
  }

  for (const [section, literals] of Object.entries(facts.literals)) {
    const strings = stringsOf(catalog);
    for (const literal of literals) {
      it(`mentions “${literal}” (${section})`, () => {
        assert.ok(strings.some((text) => text.includes(literal)));
      });
    }
  }
});

/** Requests of checks and health checks, and those that steps show as `.http` or `curl`. */
function requestsOf(file: CatalogFile): string[] {
  const checks = [...(file.health ?? []), ...problems.flatMap((problem) => problem.checks ?? [])];
  const shown = problems
    .flatMap((problem) => [...(problem.steps ?? []), ...(problem.examples ?? [])])
    .flatMap((step) => (step.language === 'http' ? (step.code ?? '').split('\n') : []));
  return [...checks.map((check) => check.request), ...shown.map((line) => line.replace('{{baseUrl}}', ''))];
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}
