import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FilePlace } from '../../../src/core/snippets/own-module';
import { filesToRead } from '../../../src/core/snippets/own-module';
import { languageFor } from '../../../src/core/snippets/find-calls';
import { applyEdits } from '../../../src/core/snippets/text-edit';
import { offersIn, parse, snippets } from './workbench';

type Beside = Record<string, string | undefined>;

/** The offers at `‸` of a file that stands beside others. */
const offersBeside = (languageId: string, name: string, marked: string, beside: Beside = {}) =>
  offersIn(marked, languageId, {
    place: { name, beside: new Map(Object.entries(beside)) } satisfies FilePlace,
  });

/** The file after the action, and the file that it adds; undefined where it is not offered. */
async function inModule(...given: Parameters<typeof offersBeside>) {
  const offer = (await offersBeside(...given)).find(({ ownModule }) => ownModule);
  if (!offer || !('edits' in offer)) return undefined;
  return { text: applyEdits(given[2].replace('‸', ''), offer.edits), ...offer.ownModule };
}

const typescript = 'export const f = (u: string) => ‸fetch(u);\n';
const javascript = typescript.replace(': string', '');
const ruby = "require 'net/http'\n\ndef f(u)\n  Net::HTTP.‸get(u)\nend\n";
const python = 'import requests\n\n\ndef f(u):\n    return requests.‸get(u)\n';
const go =
  'package orders\n\nimport "net/http"\n\nfunc f(u string) (*http.Response, error) {\n\treturn http.‸Get(u)\n}\n';

describe('Retry in a module of its own', function () {
  this.timeout(20_000);

  for (const [name, languageId, file, source, line, beside] of [
    ['TypeScript', 'typescript', 'a.ts', typescript, "import { fetchWithRetry } from './fetch-with-retry';"],
    [
      'TypeScript that names its neighbours by .js',
      'typescript',
      'a.ts',
      `import b from './b.js';\n\n${typescript}`,
      "import { fetchWithRetry } from './fetch-with-retry.js';",
    ],
    [
      'CommonJS without semicolons',
      'javascript',
      'a.js',
      `const b = require("./b")\n\nexports.f = (u) => ‸fetch(u)\n`,
      'const { fetchWithRetry } = require("./fetch-with-retry")',
    ],
    [
      'an ECMAScript module',
      'javascript',
      'a.js',
      `import ky from 'ky';\n\nexport const f = (u) => ky.‸get(u);\n`,
      "import { retrying } from './retrying.js';",
    ],
    ['.mts', 'typescript', 'a.mts', typescript, "import { fetchWithRetry } from './fetch-with-retry.mjs';"],
    ['.cts', 'typescript', 'a.cts', typescript, "import { fetchWithRetry } from './fetch-with-retry.cjs';"],
    ['.mjs', 'javascript', 'a.mjs', javascript, "import { fetchWithRetry } from './fetch-with-retry.mjs';"],
    [
      '.cjs',
      'javascript',
      'a.cjs',
      javascript.replace('export const f', 'exports.f'),
      "const { fetchWithRetry } = require('./fetch-with-retry.cjs');",
    ],
    ['Ruby', 'ruby', 'a.rb', ruby, "require_relative 'with_retry'"],
    ['Python', 'python', 'a.py', python, 'from request_with_retry import request_with_retry'],
    [
      'a Python package',
      'python',
      'a.py',
      python,
      'from .request_with_retry import request_with_retry',
      { '__init__.py': undefined },
    ],
  ] as [string, string, string, string, string, Beside?][]) {
    it(`is imported as ${name} is written`, async () => {
      const applied = await inModule(languageId, file, source, beside);
      assert.ok(applied?.newFile);
      assert.ok(applied.text.split('\n').includes(line), applied.text);
      const { tree } = await parse(applied.newFile.text, languageId);
      assert.ok(!tree.rootNode.hasError, applied.newFile.text);
      for (const each of [applied.text, applied.newFile.text])
        assert.doesNotMatch(each, /\uE000|\{helper\}|when:/);
    });
  }

  it('imports a module that is there already, and leaves one of the same name that is something else', async () => {
    const { newFile } = (await inModule('typescript', 'a.ts', typescript)) ?? {};
    assert.equal(newFile?.name, 'fetch-with-retry.ts');
    const again = await inModule('typescript', 'b.ts', typescript, { [newFile.name]: newFile.text });
    assert.deepEqual([again?.newFile, again?.text.includes("'./fetch-with-retry'")], [undefined, true]);
    const other = await inModule('typescript', 'b.ts', typescript, { [newFile.name]: 'export {};\n' });
    assert.equal(other?.newFile?.name, 'fetch-with-retry-2.ts');
  });

  it('is spelled as the file is: line ends and indentation', async () => {
    const source = 'import requests\r\n\r\n\r\nif True:\r\n\tr = requests.‸get("/")\r\n';
    const { text = '', newFile } = (await inModule('python', 'a.py', source)) ?? {};
    for (const each of [text, newFile?.text ?? '']) assert.doesNotMatch(each, /[^\r]\n|^ /m);
  });

  it('is a file of the same package in Go, which imports nothing', async () => {
    const { text, newFile } = (await inModule('go', 'a.go', go)) ?? {};
    assert.equal(text, go.replace('‸', '').replace('http.Get', 'withRetry(http.DefaultClient).Get'));
    assert.equal(newFile?.name, 'with_retry.go');
    assert.match(newFile.text, /^package orders\n\nimport \(\n\t"context"\n/);
  });

  it('is not offered where the file has the name for something of its own, nor on what is no call', async () => {
    assert.equal(await inModule('typescript', 'a.ts', `const fetchWithRetry = 1;\n${typescript}`), undefined);
    assert.deepEqual(await offersBeside('typescript', 'a.ts', 'const a‸ = 1;\n'), []);
    assert.equal(await inModule('typescript', 'a.vue', typescript), undefined);
  });
});

describe('A helper of another file of the package, in Go', function () {
  this.timeout(20_000);

  it('is used instead of being written a second time', async () => {
    const { newFile } = (await inModule('go', 'a.go', go)) ?? {};
    const [offer] = await offersBeside('go', 'b.go', go, { 'with_retry.go': newFile?.text });
    assert.ok(offer && 'edits' in offer);
    assert.equal(
      applyEdits(go.replace('‸', ''), offer.edits),
      go.replace('‸', '').replace('http.Get', 'withRetry(http.DefaultClient).Get'),
    );
  });

  it('leaves names to the package that it is no helper of ours', async () => {
    const beside = { 'b.go': 'package orders\n\nfunc withRetry() {}\n' };
    const [offer] = await offersBeside('go', 'a.go', go, beside);
    assert.ok(offer && 'edits' in offer);
    assert.match(applyEdits(go.replace('‸', ''), offer.edits), /withRetry2\(http\.DefaultClient\)\.Get/);
  });

  it('is no business of a file of another package', async () => {
    const beside = { 'a_test.go': 'package orders_test\n\nfunc withRetry() {}\n' };
    const [offer] = await offersBeside('go', 'a.go', go, beside);
    assert.ok(offer && 'edits' in offer);
    assert.match(applyEdits(go.replace('‸', ''), offer.edits), /withRetry\(http\.DefaultClient\)\.Get/);
  });
});

describe('Files that are read for it', () => {
  for (const [languageId, name, names, expected] of [
    ['typescript', 'a.tsx', ['b.ts', 'fetch-with-retry.ts', 'fetch-with-retry.js'], ['fetch-with-retry.ts']],
    ['go', 'a.go', ['a.go', 'b.go', 'c.txt'], ['b.go']],
    ['ruby', 'a.rb', ['b.rb'], []],
  ] as const) {
    it(`${name} beside ${names.join(', ')}: ${expected.join(', ') || 'none'}`, () => {
      const { language } = languageFor(snippets, languageId) ?? {};
      assert.ok(language);
      assert.deepEqual(filesToRead(language, name, names), expected);
    });
  }
});
