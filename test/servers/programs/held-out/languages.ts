import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group } from '../../group';
import { freePorts, type RunningProgram, startProgram } from '../start-program';

const source = (name: string): string => join(__dirname, 'sources', name);
const says = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const printsPort = /port (\d+)/;

interface Language {
  readonly name: string;
  readonly isHere: () => boolean;
  /** Starts the server, which may leave files in the folder. */
  readonly start: (folder: string) => Promise<RunningProgram>;
}

const languages: readonly Language[] = [
  {
    name: 'python',
    isHere: () => says('python3', '--version'),
    start: () => startProgram('python3', ['-B', source('server.py')], { ready: printsPort }),
  },
  {
    name: 'ruby',
    isHere: () => says('ruby', '-e', 'require "webrick"'),
    start: () => startProgram('ruby', [source('server.rb')], { ready: printsPort }),
  },
  {
    name: 'php',
    isHere: () => says('php', '--version'),
    async start() {
      const [port] = await freePorts(1);
      return startProgram('php', ['-S', `127.0.0.1:${port}`, source('server.php')], {
        ready: /Development Server \(http:\/\/127\.0\.0\.1:(\d+)\) started/,
      });
    },
  },
  {
    name: 'go',
    isHere: () => says('go', 'version'),
    async start(folder) {
      // `go run` would leave the server running when it is told to stop.
      const program = join(folder, 'server');
      const built = spawnSync('go', ['build', '-o', program, source('server.go')], { encoding: 'utf8' });
      if (built.status !== 0) throw new Error(built.stderr);
      return startProgram(program, [], { ready: printsPort });
    },
  },
  {
    name: 'java',
    isHere: () => says('java', '-version'),
    start: () => startProgram('java', [source('Server.java')], { ready: printsPort }),
  },
];

/** Servers that come with a language: what they answer where nobody wrote the errors. */
export const heldOutLanguages: readonly Group[] = languages.map(({ name, isHere, start }) => ({
  name: `held-out/${name}`,
  labelsFacts: false,
  missing: () => (isHere() ? undefined : `${name} is not installed`),
  async start() {
    const folder = mkdtempSync(join(tmpdir(), `${name}-`));
    const program = await start(folder);
    return {
      values: { origin: `http://127.0.0.1:${program.ready[1]}` },
      async close() {
        await program.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
}));
