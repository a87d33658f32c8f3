import { spawnSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import type { Api } from '../../src/core/catalog/catalog';
import type { SnippetKind } from '../../src/core/snippets/snippet-catalog';
import { apply } from '../unit/snippets/workbench';

/** What a program does: one call, by a number of callers at once. */
export interface Scenario {
  actions: SnippetKind[];
  /** The base of all addresses, as the program has it in a constant. */
  base: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  accessToken?: string;
  refreshToken?: string;
  callers?: number;
  /** Milliseconds until the caller cancels. */
  cancelAfter?: number;
  api?: Api;
  /** Further changes to the finished program. */
  tune?: (program: string) => string;
}

/** What the callers got: a status with its body, or an error in words. */
export type Outcome = { status: number; body: string } | { error: string };

export interface Runner {
  name: string;
  languageId: string;
  /** The program with the cursor on its call. */
  program(scenario: Scenario): string;
  run(program: string, scenario: Scenario): Promise<Outcome[]>;
  /** Why the machine cannot run it. */
  missing?: string;
}

/** Applies the scenario's actions to the program and runs what comes out. */
export async function perform(runner: Runner, scenario: Scenario): Promise<Outcome[]> {
  return runner.run(await write(runner, scenario), scenario);
}

/** The finished program, with times that suit a test. */
export async function write(runner: Runner, scenario: Scenario): Promise<string> {
  let program = runner.program(scenario);
  for (const kind of scenario.actions) {
    const applied = await apply(
      kind,
      program.includes('‸') ? program : atCall(program),
      runner.languageId,
      scenario.api,
    );
    if (applied === undefined || applied.startsWith('disabled'))
      throw new Error(`${kind}: ${applied ?? 'not offered'}`);
    program = applied;
  }
  const quick = program
    .replace('baseDelay = 500', 'baseDelay = 10')
    .replace('attemptTimeout = 30_000', 'attemptTimeout = 300')
    .replace('base_delay: float = 0.5', 'base_delay: float = 0.01')
    .replace('timeout=30.0', 'timeout=0.3');
  return scenario.tune?.(quick) ?? quick;
}

/** The cursor on the call of a program that an action has changed: behind the comment that marks it. */
const atCall = (program: string) => program.replace(/(the call\n *(?:const )?\w+ = (?:await )?)/, '$1‸');

function fetchProgram(typed: boolean): Runner['program'] {
  return ({ base, path = '', method = 'GET', headers = {}, accessToken = '', refreshToken = '' }) => `
import { strict as assert } from 'node:assert';

const BASE_URL = ${JSON.stringify(base)};
const ACCESS_TOKEN = ${JSON.stringify(accessToken)};
const REFRESH_TOKEN = ${JSON.stringify(refreshToken)};

export class Orders {
  async list(signal${typed ? '?: AbortSignal' : ''})${typed ? ': Promise<{ status: number; body: string }>' : ''} {
    assert.ok(BASE_URL && [ACCESS_TOKEN, REFRESH_TOKEN]);
    // the call
    const response = await ‸fetch(\`\${BASE_URL}${path}\`, {
      method: '${method}', // as documented
      headers: ${JSON.stringify(headers)},
      signal,
    });
    return { status: response.status, body: await response.text() };
  }
}
`;
}

async function runInNode(
  program: string,
  { callers = 1, cancelAfter }: Scenario,
  loader: 'ts' | 'js',
): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
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
    rmSync(folder, { recursive: true });
  }
}

const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import requests']).status === 0,
);

function requestsProgram({
  base,
  path = '',
  method = 'GET',
  headers = {},
  accessToken = '',
  refreshToken = '',
  callers = 1,
}: Scenario) {
  return `import json
import sys
from concurrent.futures import ThreadPoolExecutor

import requests

BASE_URL = ${JSON.stringify(base)}
ACCESS_TOKEN = ${JSON.stringify(accessToken)}
REFRESH_TOKEN = ${JSON.stringify(refreshToken)}


class Orders:
    def list(self):
        # the call
        response = ‸requests.${method.toLowerCase()}(
            f"{BASE_URL}${path}",
            headers=${JSON.stringify(headers)},  # as documented
        )
        return {"status": response.status_code, "body": response.text}


def outcome(_):
    try:
        return Orders().list()
    except KeyboardInterrupt:
        return {"error": "KeyboardInterrupt"}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print("ready", flush=True)
    if ${callers} == 1:
        print(json.dumps([outcome(0)]))
    else:
        with ThreadPoolExecutor(${callers}) as pool:
            print(json.dumps(list(pool.map(outcome, range(${callers})))))
`;
}

async function runInPython(program: string, { cancelAfter }: Scenario): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    const file = join(folder, 'program.py');
    writeFileSync(file, program);
    const child = spawn(python ?? 'python3', ['-W', 'error', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (cancelAfter !== undefined && text.startsWith('ready'))
        setTimeout(() => child.kill('SIGINT'), cancelAfter);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    await once(child, 'close');
    const line = output.split('\n')[1];
    if (!line) throw new Error(errors || 'no output');
    return JSON.parse(line) as Outcome[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const runners: Runner[] = [
  {
    name: 'TypeScript, fetch',
    languageId: 'typescript',
    program: fetchProgram(true),
    run: (program, scenario) => runInNode(program, scenario, 'ts'),
  },
  {
    name: 'JavaScript, fetch',
    languageId: 'javascript',
    program: fetchProgram(false),
    run: (program, scenario) => runInNode(program, scenario, 'js'),
  },
  {
    name: 'Python, requests',
    languageId: 'python',
    program: requestsProgram,
    run: runInPython,
    missing: python ? undefined : 'no python3 with requests',
  },
];
