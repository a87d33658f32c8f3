import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { runRequest, type RunOptions } from '../../../src/http/run';

/** A workspace folder with files, in which `.http` texts are run. */
export interface TestWorkspace {
  readonly root: string;
  path(name: string): string;
  write(name: string, text: string): Promise<void>;
  /** Runs the request at the line that holds `at`, by default the text's last request line. */
  run(text: string, options?: Partial<RunOptions> & { at?: string; name?: string }): Promise<Exchange>;
  remove(): Promise<void>;
}

export async function makeWorkspace(files: Record<string, string> = {}): Promise<TestWorkspace> {
  const parent = await mkdtemp(path.join(tmpdir(), 'http-'));
  const root = path.join(parent, 'workspace');
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  await mkdir(root);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  return {
    root,
    path: (name) => path.join(root, name),
    write,
    run: (text, { at, name = 'test.http', ...options } = {}) =>
      runRequest({
        file: path.join(root, name),
        root,
        text,
        line: lineOf(text, at),
        trusted: true,
        ...options,
      }),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

function lineOf(text: string, at: string | undefined): number {
  const lines = text.split(/\r?\n/);
  if (at !== undefined) return lines.findIndex((line) => line.includes(at));
  return lines.findLastIndex((line) => /^\s*[A-Z]+ \S/.test(line));
}
