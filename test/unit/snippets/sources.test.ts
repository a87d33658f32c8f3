import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { ESLint } from 'eslint';
import js from '@eslint/js';
import { describe, it } from 'mocha';
import ts from 'typescript';
import type { Api } from '../../../src/core/catalog/catalog';
import { apply, parse, snippetFiles, snippetFolder, snippets } from './workbench';

const files = snippetFiles();
const typescript = Object.keys(files).filter((path) => path.endsWith('.ts'));
const javascript = Object.keys(files).filter((path) => path.endsWith('.js'));
const python = Object.keys(files).filter((path) => path.endsWith('.py'));
const typed = Object.fromEntries(typescript.map((path) => [path, files[path] ?? '']));
const tokens = (code: string, loader: 'ts' | 'js') =>
  transformSync(code, { loader, minifyWhitespace: true, target: 'esnext' }).code;

describe('The sources of the snippets', function () {
  this.timeout(20_000);

  for (const [where, lib, types] of [
    ['a browser', ['lib.es2020.d.ts', 'lib.dom.d.ts'], []],
    ['Node', ['lib.es2020.d.ts'], ['node']],
  ] as const) {
    it(`pass the strict type checker in ${where}`, async () => {
      const files = { ...typed, 'applied.ts': await bothApplied() };
      assert.deepEqual(typeErrors(files, [...lib], [...types]), []);
    });
  }

  for (const path of javascript) {
    it(`${path} is its TypeScript without the types`, () => {
      const typed = files[path.replace('javascript/', 'typescript/').replace(/js$/, 'ts')] ?? '';
      assert.equal(tokens(files[path] ?? '', 'js'), tokens(typed, 'ts'));
    });

    it(`${path} means the same without semicolons`, () => {
      const source = files[path] ?? '';
      assert.equal(tokens(source.replace(/;$/gm, ''), 'js'), tokens(source, 'js'));
    });

    it(`${path} passes the recommended lint rules`, async () => {
      const eslint = new ESLint({
        overrideConfigFile: true,
        overrideConfig: [js.configs.recommended, { rules: { 'no-undef': 'off' } }],
      });
      const results = await eslint.lintText(files[path] ?? '');
      assert.deepEqual(results[0]?.messages, []);
    });
  }

  it('compile as Python', function () {
    const command: string | undefined = ['python3', '/usr/bin/python3'].find(
      (name) => spawnSync(name, ['--version']).status === 0,
    );
    if (!command) return this.skip();
    for (const path of python) {
      const code = 'import ast, sys; ast.parse(sys.stdin.read(), feature_version=(3, 8))';
      const input = files[path] ?? '';
      const result: SpawnSyncReturns<string> = spawnSync(command, ['-c', code], { input, encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
    }
  });

  for (const language of snippets.languages) {
    for (const snippet of language.clients.flatMap((client) => client.snippets)) {
      it(`${language.id} ${snippet.kind}: the manifest names all that the source declares`, async () => {
        const { tree } = await parse(snippet.source, Object.keys(language.grammars)[0] ?? '');
        const declared = tree.rootNode.namedChildren.flatMap((node) => {
          const inner = /export_statement/.test(node?.type ?? '') ? node?.namedChildren[0] : node;
          if (inner?.type === 'use_declaration') return /\w+(?=;$)/.exec(inner.text)?.[0] ?? [];
          if (/^(method_declaration|namespace_definition)$/.test(inner?.type ?? '')) return [];
          const first = /lexical_declaration|expression_statement|type_declaration|var_declaration/.test(
            inner?.type ?? '',
          )
            ? inner?.namedChildren[0]
            : inner;
          return (first?.childForFieldName('name') ?? first?.childForFieldName('left'))?.text ?? [];
        });
        const own = declared.filter((name) => !snippet.source.includes(`import ${name}\n`));
        // An extension method is declared inside of its class.
        const named = snippet.declares.filter((name) => own.includes(name) || name !== snippet.helper);
        assert.deepEqual(own.sort(), named.sort());
      });
    }
  }
});

/** A program whose call got both snippets, for an API that has everything. */
async function bothApplied(): Promise<string> {
  const api: Api = {
    id: 'shop',
    name: 'Shop',
    rateLimits: { wait: 'error.wait' },
    idempotency: { header: 'Idempotency-Key', methods: ['POST'] },
  };
  const program = `export async function list(url: URL, signal?: AbortSignal): Promise<string[]> {
  const response = await fetch‸(url, { method: 'POST', ...(signal && { signal }) });
  return JSON.parse(await response.text());
}
export const ping = (): Promise<number> => fetch('https://a.example/').then(({ status }) => status);
`;
  const once = (await apply('retry', program, 'typescript', api)) ?? '';
  const twice =
    (await apply('tokenRefresh', once.replace('await fetchWith', 'await fetch‸With'), 'typescript', api)) ??
    '';
  const thrice = await apply('tokenRefresh', twice.replace("=> fetch('", "=> fetch‸('"), 'typescript', api);
  return thrice ?? '';
}

/** What the strict type checker says of files that exist in memory only. */
function typeErrors(sources: Record<string, string>, lib: string[], types: string[]): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noImplicitReturns: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib,
    types,
  };
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(sources).map(([name, text]) => [join(snippetFolder, name), text]));
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, version) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...texts.keys()], options, host))
    .map(
      ({ messageText, file, start }) =>
        `${file?.fileName}:${start} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
