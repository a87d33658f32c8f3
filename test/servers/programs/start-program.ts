import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface RunningProgram {
  /** What the ready line said. */
  readonly ready: RegExpExecArray;
  stop(): Promise<void>;
}

/** Starts a program and waits until it prints, to either stream, what it prints once it is ready. */
export function startProgram(
  path: string,
  args: readonly string[],
  options: { readonly ready: RegExp; readonly env?: NodeJS.ProcessEnv; readonly signal?: NodeJS.Signals },
): Promise<RunningProgram> {
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  return new Promise((settle, reject) => {
    let printed = '';
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const ready = options.ready.exec(printed);
      if (!ready) return;
      for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume();
      settle({
        ready,
        async stop() {
          child.kill(options.signal);
          await ended;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${path} ended with ${code} before it was ready:\n${printed}`)),
    );
  });
}

/** Ports of loopback that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((settle) => server.close(settle))));
  return ports;
}
