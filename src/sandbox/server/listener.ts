import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer';
import { toCall, type Call } from './call';
import { deliver } from './deliver';

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly answer: (call: Call) => Promise<Answer>;
}

export interface Listener {
  readonly origin: string;
  readonly port: number;
  /** Ends every connection, also one that hangs on purpose, and frees the port. */
  close(): Promise<void>;
}

/** Starts one HTTP server. Rejects with Node's error (`EADDRINUSE`, `EACCES`, …) where it cannot listen. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      options.log(`broken answer: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    origin: `http://${host}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: ListenerOptions,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const startedAt = options.now();
  const call = toCall(request, startedAt, gone.signal);
  const answer = await answerOrFail(call, options);
  // The clock is a parameter: its date, not the machine's, is what the answer is stamped with.
  const stamped = { ...answer, headers: { Date: new Date(startedAt).toUTCString(), ...answer.headers } };
  // The query is left out: people put tokens there.
  options.log(`${call.remoteAddress} "${call.method} ${call.path}" ${answer.status}`);
  await deliver(response, stamped, gone.signal);
}

async function answerOrFail(call: Call, options: ListenerOptions): Promise<Answer> {
  try {
    return await options.answer(call);
  } catch (error) {
    if (!call.signal.aborted)
      options.log(`handler failed: ${error instanceof Error ? error.stack : String(error)}`);
    return { status: 500, headers: { 'Content-Type': 'text/plain' }, body: 'Internal Server Error' };
  }
}
