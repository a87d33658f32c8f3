import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import type { Outcome, Runner, Scenario } from './runner';

function program(typed: boolean): Runner['program'] {
  return ({
    base,
    elsewhere = '',
    path = '',
    method = 'GET',
    headers = {},
    accessToken = '',
    refreshToken = '',
  }) => `
import { strict as assert } from 'node:assert';

const BASE_URL = ${JSON.stringify(base)};
const ELSEWHERE = ${JSON.stringify(elsewhere)};
const ACCESS_TOKEN = ${JSON.stringify(accessToken)};
const REFRESH_TOKEN = ${JSON.stringify(refreshToken)};

export class Orders {
  async list(signal${typed ? '?: AbortSignal' : ''})${typed ? ': Promise<{ status: number; body: string }>' : ''} {
    assert.ok(BASE_URL && [ELSEWHERE, ACCESS_TOKEN, REFRESH_TOKEN]);
    // the call
    const response = await ‸fetch(\`\${BASE_URL}${path}\`, {
      method: '${method}', // as documented
      headers: ${JSON.stringify(headers)},
      signal,
    });
    // the answer
    return { status: response.status, body: await response.text() };
  }
}
`;
}

/** Loads the program into this process and lets its callers call. */
export async function runInNode(
  program: string,
  { callers = 1, cancelAfter, printed }: Scenario,
  loader: 'ts' | 'js',
  near = tmpdir(),
): Promise<Outcome[]> {
  const folder = mkdtempSync(join(near, 'snippet-'));
  const overheard = printed && [process.stdout, process.stderr].map((stream) => overhear(stream, printed));
  try {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, transformSync(program, { loader, format: 'esm', target: 'es2022' }).code);
    const { Orders } = (await import(pathToFileURL(file).href)) as {
      Orders: new () => { list(signal?: AbortSignal): Promise<{ status: number; body: string }> };
    };
    const signal = cancelAfter === undefined ? undefined : AbortSignal.timeout(cancelAfter);
    return await Promise.all(
      Array.from({ length: callers }, () =>
        new Orders().list(signal).catch((error: unknown) => ({ error: String(error) })),
      ),
    );
  } finally {
    overheard?.forEach((restore) => restore());
    rmSync(folder, { recursive: true });
  }
}

/** Hands on what is written to a stream of this process, until it is restored. */
function overhear(stream: NodeJS.WriteStream, printed: (text: string) => void): () => void {
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    printed(String(chunk));
    return Reflect.apply(write, stream, [chunk, ...rest]) as boolean;
  };
  return () => (stream.write = write);
}

const runner = (name: string, languageId: string, loader: 'ts' | 'js'): Runner => ({
  name,
  languageId,
  program: program(loader === 'ts'),
  run: (text, scenario) => runInNode(text, scenario, loader),
  quick: [
    ['baseDelay = 500', 'baseDelay = 10'],
    ['attemptTimeout = 30_000', 'attemptTimeout = 300'],
  ],
  deadline: ['deadline = 120_000', 'deadline = 40_000'],
  call: /the call\n *const \w+ = await /,
});

export const fetchRunners = [
  runner('TypeScript, fetch', 'typescript', 'ts'),
  runner('JavaScript, fetch', 'javascript', 'js'),
];
