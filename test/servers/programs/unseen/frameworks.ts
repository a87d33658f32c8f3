import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group } from '../../group';
import { type RunningProgram, startProgram } from '../start-program';

const source = (name: string): string => join(__dirname, 'sources', name);
const succeeds = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const ready = /ports ([\d ]+)/;

// The system's own Python is the one that Debian's frameworks are for.
const python = '/usr/bin/python3';
const goOfDebian = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };

interface Framework {
  /** What the servers are called in requests, in the order of their ports. */
  readonly names: readonly string[];
  readonly isHere: () => boolean;
  /** Starts them; they may leave files in the folder. */
  readonly start: (folder: string) => Promise<RunningProgram>;
}

const frameworks: readonly Framework[] = [
  {
    names: ['flask', 'falcon', 'fastapi'],
    isHere: () => succeeds(python, '-c', 'import flask, falcon, fastapi, uvicorn'),
    start: () => startProgram(python, ['-B', source('frameworks.py')], { ready, signal: 'SIGKILL' }),
  },
  {
    names: ['sinatra'],
    isHere: () => succeeds('ruby', '-e', 'require "sinatra/base"; require "rack/handler/webrick"'),
    start: () => startProgram('ruby', [source('sinatra.rb')], { ready }),
  },
  {
    names: ['gin'],
    isHere: () => spawnSync('go', ['list', 'github.com/gin-gonic/gin'], { env: goOfDebian }).status === 0,
    async start(folder) {
      const program = join(folder, 'server');
      const built = spawnSync('go', ['build', '-o', program, source('gin.go')], {
        env: goOfDebian,
        encoding: 'utf8',
      });
      if (built.status !== 0) throw new Error(built.stderr);
      return startProgram(program, [], { ready });
    },
  },
];

/** Frameworks of Python, Ruby and Go, with the errors that they make by themselves. */
export const unseenFrameworks: Group = {
  name: 'unseen/frameworks',
  labelsFacts: false,
  missing: () => {
    const absent = frameworks.filter(({ isHere }) => !isHere()).flatMap(({ names }) => names);
    return absent.length === 0 ? undefined : `${absent.join(', ')}: not installed`;
  },
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
    const running = await Promise.all(frameworks.map(({ start }) => start(folder)));
    const values = frameworks.flatMap(({ names }, index) => {
      const ports = running[index]?.ready[1]?.split(' ') ?? [];
      return names.map((name, i) => [name, `http://127.0.0.1:${ports[i]}`] as const);
    });
    return {
      values: Object.fromEntries(values),
      async close() {
        await Promise.all(running.map((program) => program.stop()));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
