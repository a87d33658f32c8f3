import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply, helperText } from './workbench';

const retry = helperText('typescript/fetch/retry.ts');

/** Source with the cursor at `‸`, and the whole file after "Retry with exponential backoff". */
const cases: { name: string; language?: string; before: string; after: string }[] = [
  {
    name: 'adds the helper behind the last line, with one empty line between',
    before: `export async function orders(base: string) {
  const response = await ‸fetch(\`\${base}/orders\`, { headers: { Accept: 'application/json' } });
  return response.json();
}
`,
    after: `export async function orders(base: string) {
  const response = await fetchWithRetry(\`\${base}/orders\`, { headers: { Accept: 'application/json' } });
  return response.json();
}

${retry}`,
  },
  {
    name: 'ends a last line that has no line end',
    before: `export const ping = (url: string) => fetch(url‸);`,
    after: `export const ping = (url: string) => fetchWithRetry(url);\n\n${retry}`,
  },
  {
    name: 'keeps CRLF',
    before: `export const ping = (url: string) =>\r\n  fetch‸(url);\r\n`,
    after: `export const ping = (url: string) =>\r\n  fetchWithRetry(url);\r\n\r\n${retry.replaceAll('\n', '\r\n')}`,
  },
  {
    name: 'indents by tabs where the file does',
    before: `class Client {\n\tget(url: string) {\n\t\treturn this.unwrap(fetch‸(url));\n\t}\n}\n`,
    after: `class Client {\n\tget(url: string) {\n\t\treturn this.unwrap(fetchWithRetry(url));\n\t}\n}\n\n${retry.replace(
      /^(?: {2})+/gm,
      (indent) => '\t'.repeat(indent.length / 2),
    )}`,
  },
  {
    name: 'writes no semicolons where the file has none',
    before: `const a = 1\nexport const ping = () => fet‸ch('/ping')\n`,
    after: `const a = 1\nexport const ping = () => fetchWithRetry('/ping')\n\n${retry.replace(/;$/gm, '')}`,
  },
  {
    name: 'leaves comments and line breaks between the arguments alone, and a promise chain without await',
    before: `export function load() {
  return fetch( // the list
    /* url */ '/list', // all
    {
      method: 'GET', // as ever‸
    },
  ).then((response) => response.json());
}
`,
    after: `export function load() {
  return fetchWithRetry( // the list
    /* url */ '/list', // all
    {
      method: 'GET', // as ever
    },
  ).then((response) => response.json());
}

${retry}`,
  },
  {
    name: 'rewrites the inner of two nested calls',
    before: `export const load = async () => fetch(await (await fe‸tch('/where')).text());\n`,
    after: `export const load = async () => fetch(await (await fetchWithRetry('/where')).text());\n\n${retry}`,
  },
  {
    name: 'rewrites the outer of two nested calls',
    before: `export const load = async () => fet‸ch(await (await fetch('/where')).text());\n`,
    after: `export const load = async () => fetchWithRetry(await (await fetch('/where')).text());\n\n${retry}`,
  },
  {
    name: 'rewrites the only call of a line from anywhere on it',
    before: `export async function f() {\n  ‸const response = await fetch('/a');\n  return response;\n}\n`,
    after: `export async function f() {\n  const response = await fetchWithRetry('/a');\n  return response;\n}\n\n${retry}`,
  },
  {
    name: 'rewrites globalThis.fetch, with its type arguments around',
    before: `export const f = async (): Promise<string[]> => (await globalThis.fe‸tch('/a')).json();\n`,
    after: `export const f = async (): Promise<string[]> => (await fetchWithRetry('/a')).json();\n\n${retry}`,
  },
  {
    name: 'writes into a TSX component',
    language: 'typescriptreact',
    before: `export function Orders() {
  return <button onClick={() => void fetch‸('/orders')}>Load</button>;
}
`,
    after: `export function Orders() {
  return <button onClick={() => void fetchWithRetry('/orders')}>Load</button>;
}

${retry}`,
  },
  {
    name: 'writes into a decorated method',
    before: `class Orders {
  @logged()
  async list(@Inject() url: string) {
    return fetch‸(url);
  }
}
`,
    after: `class Orders {
  @logged()
  async list(@Inject() url: string) {
    return fetchWithRetry(url);
  }
}

${retry}`,
  },
  {
    name: 'chooses names that the file does not use',
    before: `const pause = 3;\nexport const f = () => [pause, fetch‸('/a')];\n`,
    after: `const pause = 3;\nexport const f = () => [pause, fetchWithRetry('/a')];\n\n${retry.replace(/\bpause\b/g, 'pause2')}`,
  },
  {
    name: 'keeps apart from a function of the same name that is not ours',
    before: `async function fetchWithRetry(url: string, times: number) {}\nexport const f = () => fetch‸('/a');\n`,
    after: `async function fetchWithRetry(url: string, times: number) {}\nexport const f = () => fetchWithRetry2('/a');\n\n${retry.replace(/fetchWithRetry/g, 'fetchWithRetry2')}`,
  },
  {
    name: 'uses a helper that a module of the project exports',
    before: `import { fetchWithRetry } from './http';\nexport const f = () => [fetchWithRetry('/a'), fetch‸('/b')];\n`,
    after: `import { fetchWithRetry } from './http';\nexport const f = () => [fetchWithRetry('/a'), fetchWithRetry('/b')];\n`,
  },
];

describe('Retry in TypeScript', () => {
  for (const { name, language = 'typescript', before, after } of cases) {
    it(name, async () => assert.equal(await apply('retry', before, language), after));
  }

  it('adds the helper once for several calls, and does nothing the second time', async () => {
    const once = await apply(
      'retry',
      `export const a = () => fe‸tch('/a');\nexport const b = () => fetch('/b');\n`,
      'typescript',
    );
    assert.ok(once);
    assert.equal(
      await apply('retry', once.replace(`fetch('/b')`, `fe‸tch('/b')`), 'typescript'),
      once.replace(`fetch('/b')`, `fetchWithRetry('/b')`),
    );
    assert.equal(
      await apply('retry', once.replace(`fetchWithRetry('/a')`, `fetch‸WithRetry('/a')`), 'typescript'),
      undefined,
    );
  });

  it('does not offer it inside of the helper itself', async () => {
    const once = await apply('retry', `export const a = () => fe‸tch('/a');\n`, 'typescript');
    assert.equal(
      await apply('retry', once?.replace('await fetch(', 'await fe‸tch(') ?? '', 'typescript'),
      undefined,
    );
  });

  it('writes plain JavaScript with double quotes into a JavaScript file that has them', async () => {
    const after = await apply(
      'retry',
      `const a = "b";\nexport const f = () => fet‸ch("/a");\n`,
      'javascript',
    );
    const helper = helperText('javascript/fetch/retry.js').replace(/'([^'\n]*)'/g, '"$1"');
    assert.equal(after, `const a = "b";\nexport const f = () => fetchWithRetry("/a");\n\n${helper}`);
  });
});

describe('Token refresh in TypeScript', () => {
  it('stands below imports and the constants that it names, so that nothing runs before it is there', async () => {
    const refresh = helperText('typescript/fetch/token-refresh.ts')
      .replace(`'https://api.example.com'`, 'BASE_URL')
      .replace(`'ACCESS_TOKEN'`, `''`)
      .replace(`'REFRESH_TOKEN'`, `''`);
    assert.equal(
      await apply(
        'tokenRefresh',
        `// Orders\nimport { x } from './x';\n\nconst BASE_URL = 'https://api.example.org/v1';\n\nexport const f = () => fet‸ch(\`\${BASE_URL}/a\`);\n`,
        'typescript',
      ),
      `// Orders\nimport { x } from './x';\n\nconst BASE_URL = 'https://api.example.org/v1';\n\n${refresh}\nexport const f = () => fetchWithTokenRefresh(\`\${BASE_URL}/a\`);\n`,
    );
  });

  it('stands between two statements of one line', async () => {
    const after = await apply(
      'tokenRefresh',
      `import{a}from'a';const f=()=>[a,fet‸ch(\`x\ny\`)];\n`,
      'javascript',
    );
    assert.match(
      after ?? '',
      /^import\{a\}from'a';\n\nconst API_URL = [^]*\n\}\n\nconst f=\(\)=>\[a,fetchWithTokenRefresh\(`x\ny`\)\];\n$/,
    );
  });

  for (const [order, first, second] of [
    ['retry first', 'retry', 'tokenRefresh'],
    ['refresh first', 'tokenRefresh', 'retry'],
  ] as const) {
    it(`refreshes around the retry, whichever was there before: ${order}`, async () => {
      const once = await apply(
        first,
        `export const f = () => fet‸ch('https://a.example/x');\n`,
        'typescript',
      );
      const cursor = once?.replace(/(=> fetch)(\w+\('https:\/\/a\.example\/x'\))/, '$1‸$2') ?? '';
      const both = await apply(second, cursor, 'typescript');
      assert.match(
        both ?? '',
        /=> fetchWithTokenRefresh\('https:\/\/a\.example\/x', \{\}, fetchWithRetry\);/,
      );
      const again = both?.replace('=> fetchWith', '=> fetch‸With') ?? '';
      assert.equal(await apply('retry', again, 'typescript'), undefined);
      assert.equal(await apply('tokenRefresh', again, 'typescript'), undefined);
    });
  }
});
