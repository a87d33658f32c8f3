// Builds dist/: a small entry bundle, one bundle for each thing that is loaded on first use (every `import()` in the
// code is one), the webview, the compiled catalogs and snippets, and the grammars.
const { build } = require('esbuild');
const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, dirname, extname, join, resolve } = require('node:path');
const { brotliCompressSync, constants } = require('node:zlib');

require('tsx/cjs');

const production = true; function report(R, entry){ const by={}; for(const o of Object.values(R.metafile.outputs)) for(const [k,v] of Object.entries(o.inputs)){ const m=/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(k); const n=m?m[1]:k.split('/').slice(0,3).join('/'); by[n]=(by[n]||0)+v.bytesInOutput;} const t=Object.entries(by).sort((a,b)=>b[1]-a[1]).slice(0,22); console.log('\n'+entry, t.map(([k,v])=>k+':'+(v/1024|0)).join(' ')); }
const outdir = join('/tmp/lead', 'dist');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none', metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** Each `import('./x.js')` of ours becomes a bundle of its own, `dist/x.js`, required when it is first reached. */
function lazyBundles(found) {
  return {
    name: 'lazy-bundles',
    setup(plugin) {
      plugin.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || resolveDir.includes('node_modules')) return undefined;
        const source = resolve(resolveDir, path.replace(/\.js$/, '.ts'));
        if (!existsSync(source)) return { errors: [{ text: `There is no ${source} to load lazily.` }] };
        found.add(source);
        return { path: `./${basename(source, extname(source))}.js`, external: true };
      });
    },
  };
}

/** Packages of the .http engine for protocols that are not HTTP stay out of the bundle. */
function unsupportedProtocols() {
  const table = join('/tmp/lead', 'src/http/bundle-aliases.json');
  const aliases = existsSync(table) ? require(table) : {};
  return Object.fromEntries(Object.entries(aliases).map(([name, path]) => [name, resolve('/tmp/lead', path)]));
}

/**
 * What httpyac alone requires and never comes to use here: its own HTTP client, since ours sends, and HTTP/2. Of lodash
 * it uses single functions, and requires all.
 */
function withoutItsClient() {
  const unsupported = join('/tmp/lead', 'src/http/unsupported.ts');
  return {
    name: 'without-its-client',
    setup(plugin) {
      plugin.onResolve({ filter: /^(?:got|lodash)$/ }, ({ path, resolveDir }) => {
        if (!/[\\/]httpyac[\\/]/.test(resolveDir)) return undefined;
        return path === 'got' ? { path: unsupported } : { path, namespace: 'lodash' };
      });
      plugin.onLoad({ filter: /./, namespace: 'lodash' }, () => ({
        contents: "exports.isEqualWith = require('lodash/isEqualWith');",
        resolveDir: '/tmp/lead',
      }));
    },
  };
}

async function buildExtension() {
  const built = new Set();
  const queue = [join('/tmp/lead', 'src/extension.ts')];
  const alias = unsupportedProtocols();
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    if (built.has(entry)) continue;
    const outfile = join(outdir, `${basename(entry, '.ts')}.js`);
    if ([...built].some((other) => basename(other) === basename(entry)))
      throw new Error(`Two lazy bundles are named ${basename(entry)}.`);
    built.add(entry);
    const found = new Set();
    const R = await build({
      ...shared,
      entryPoints: [entry],
      outfile,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['vscode'],
      alias,
      mainFields: ['module', 'main'],
      conditions: ['import', 'module', 'node'],
      plugins: [lazyBundles(found), withoutItsClient()],
    });
    if(entry.includes("code-actions.ts"))require("fs").writeFileSync("/tmp/ca.meta.json",JSON.stringify(R.metafile)); queue.push(...found);
  }
}

async function buildPanel() {
  const entry = join('/tmp/lead', 'src/vscode/panel/webview/main.ts');
  if (!existsSync(entry)) return;
  await build({
    ...shared,
    entryPoints: [entry],
    outfile: join(outdir, 'panel.js'),
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  });
}

/** The grammars that the snippets use, and the runtime that reads them: by Brotli, a third smaller in the package than by zip. */
function copyGrammars(grammars) {
  const wasm = dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm'));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: production ? 11 : 3,
    [constants.BROTLI_PARAM_LGWIN]: 24,
  };
  mkdirSync(join(outdir, 'grammars'), { recursive: true });
  for (const name of ['tree-sitter', ...grammars]) {
    const bytes = readFileSync(join(wasm, `${name}.wasm`));
    writeFileSync(join(outdir, 'grammars', `${name}.wasm.br`), brotliCompressSync(bytes, { params }));
  }
}

async function main() {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const { compileShippedCatalogs } = require('/tmp/lead/scripts/compile-catalogs.ts');
  const { compileShippedPitfalls } = require('/tmp/lead/scripts/compile-pitfalls.ts');
  const { compileShippedSnippets } = require('/tmp/lead/scripts/compile-snippets.ts');
  compileShippedCatalogs();
  compileShippedPitfalls();
  const { languages } = compileShippedSnippets();
  await Promise.all([buildExtension(), buildPanel()]);
  copyGrammars(new Set(languages.flatMap(({ grammars }) => Object.values(grammars))));
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
