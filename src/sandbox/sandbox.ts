import { APIS } from './apis/index';
import type { SandboxApi } from './apis/api';
import { brokenAnswer } from './faults/broken';
import { CONTROL_PREFIX, createControls } from './faults/controls';
import { listen, type Listener } from './server/listener';

export interface SandboxOptions {
  /** The first API's port; further APIs get the ports after it. 0, the default, takes free ones. */
  readonly port?: number;
  /** The address to listen on; by default 127.0.0.1. */
  readonly host?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** At least 0, less than 1. */
  readonly random?: () => number;
  /** Gets a line for each request, without its query, header fields and body. */
  readonly log?: (line: string) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** Where the first API is served, as `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly port: number;
  /** Where each API is served, by its id. */
  readonly origins: Readonly<Record<string, string>>;
  /** Ends every connection and frees the ports. */
  close(): Promise<void>;
}

/**
 * Starts the sandbox: each API on a port of its own, so that its paths are the ones it has in production. Rejects with
 * Node's error (`EADDRINUSE`, `EACCES`, …) where a port cannot be had; then nothing is left open.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const running: { readonly id: string; readonly listener: Listener }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map(({ listener }) => listener.close()));
  };
  try {
    for (const [i, api] of APIS.entries()) {
      running.push({ id: api.id, listener: await serve(api, options, options.port ? options.port + i : 0) });
    }
  } catch (error) {
    await close();
    throw error;
  }
  const first = running[0]?.listener;
  if (!first) throw new Error('The sandbox has no API.');
  const origins = Object.fromEntries(running.map(({ id, listener }) => [id, listener.origin]));
  return { origin: first.origin, port: first.port, origins, close };
}

async function serve(api: SandboxApi, options: SandboxOptions, port: number): Promise<Listener> {
  const { host = '127.0.0.1', now = Date.now, random = Math.random, log = () => {} } = options;
  let origin = '';
  const instance = api.start({ now, random, log, origin: () => origin });
  const controls = createControls({
    now,
    api: (call) => instance.answer(call),
    tokens: () => instance.tokens(),
    state: () => instance.state(),
  });
  const listener = await listen({
    host,
    port,
    now,
    log,
    answer: async (call) => {
      if (call.path.startsWith(`${CONTROL_PREFIX}/`)) return controls(call);
      return brokenAnswer(call) ?? instance.answer(call);
    },
  });
  origin = listener.origin;
  return listener;
}
