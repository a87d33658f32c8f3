import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { ESLint } from 'eslint';
import js from '@eslint/js';
import { describe, it } from 'mocha';
import ts from 'typescript';
import { parse, snippetFiles, snippetFolder, snippets } from './workbench';

const files = snippetFiles();
const typescript = Object.keys(files).filter((path) => path.endsWith('.ts'));
const javascript = Object.keys(files).filter((path) => path.endsWith('.js'));
const python = Object.keys(files).filter((path) => path.endsWith('.py'));
const tokens = (code: string, loader: 'ts' | 'js') =>
  transformSync(code, { loader, minifyWhitespace: true, target: 'esnext' }).code;

describe('The sources of the snippets', function () {
  this.timeout(20_000);

  for (const [where, lib, types] of [
    ['a browser', ['lib.es2020.d.ts', 'lib.dom.d.ts'], []],
    ['Node', ['lib.es2020.d.ts'], ['node']],
  ] as const) {
    it(`pass the strict type checker in ${where}`, () => {
      const program = ts.createProgram(
        typescript.map((path) => join(snippetFolder, path)),
        {
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
          lib: [...lib],
          types: [...types],
        },
      );
      const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
        return `${file?.fileName}:${start} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      });
      assert.deepEqual(problems, []);
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
          const first = /lexical_declaration|expression_statement/.test(inner?.type ?? '')
            ? inner?.namedChildren[0]
            : inner;
          return (first?.childForFieldName('name') ?? first?.childForFieldName('left'))?.text ?? [];
        });
        const own = declared.filter((name) => !snippet.source.includes(`import ${name}\n`));
        assert.deepEqual(own.sort(), [...snippet.declares].sort());
      });
    }
  }
});
