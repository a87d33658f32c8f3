import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'mocha';
import type { Outcome, Scenario } from './runner';

/** Whether a command is there and does what it is asked. */
export const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** Runs a program, which prints `ready` and then the outcomes as one line of JSON; SIGINT is how it is cancelled. */
export async function execute(
  command: string,
  args: string[],
  { cancelAfter, ...scenario }: Scenario,
  { withErrors = false } = {},
): Promise<Outcome[]> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...environmentOf(scenario) },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (cancelAfter !== undefined && text.startsWith('ready'))
      setTimeout(() => interrupt(child), cancelAfter);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await once(child, 'close');
  const line = output.split('\n')[1];
  scenario.printed?.(output + errors);
  if (!line) throw new Error(errors || 'no output');
  const outcomes = JSON.parse(line) as Outcome[];
  return withErrors
    ? outcomes.map((outcome) => ('error' in outcome ? { error: `${outcome.error} ${errors}` } : outcome))
    : outcomes;
}

/** SIGINT to a program and to what it has started, as from a terminal. */
function interrupt({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGINT');
}

/** What a compiled program is told of its scenario, so that it need not be compiled anew for each. */
function environmentOf(scenario: Scenario): Record<string, string> {
  const { base, elsewhere = '', path = '', headers = {}, callers = 1 } = scenario;
  return {
    BASE_URL: base,
    ELSEWHERE: elsewhere,
    CALL_PATH: path,
    HEADERS: Object.entries(headers)
      .map(([name, value]) => `${name}:${value}`)
      .join('\n'),
    ACCESS_TOKEN: scenario.accessToken ?? '',
    REFRESH_TOKEN: scenario.refreshToken ?? '',
    CALLERS: String(callers),
  };
}

/** Compiles each program once: `compile` gets a folder of its own and gives the command to run. */
export function compileOnce(compile: (program: string, folder: string) => string[]) {
  let root: string | undefined;
  const commands = new Map<string, string[]>();
  after(() => root && rmSync(root, { recursive: true, force: true }));
  return (program: string): string[] => {
    root ??= mkdtempSync(join(tmpdir(), 'snippets-'));
    const key = createHash('sha256').update(program).digest('hex').slice(0, 16);
    const known = commands.get(key);
    if (known) return known;
    const command = compile(program, mkdtempSync(join(root, 'program-')));
    commands.set(key, command);
    return command;
  };
}
