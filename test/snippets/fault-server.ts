import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../src/sandbox/index';

/** A request as the sandbox's script received it. */
export interface Received {
  method: string;
  path: string;
  headers: Record<string, string>;
  at: number;
}

/** The project's sandbox, driven over its own control paths. */
export async function startFaultServer() {
  const sandbox = await startSandbox();
  const json = async (path: string): Promise<unknown> => (await fetch(sandbox.origin + path)).json();
  let number = 0;
  return {
    origin: sandbox.origin,
    close: () => sandbox.close(),
    /** The base URL of an API that answers by a script, and what it has received so far. */
    async play(...steps: object[]) {
      const key = `script-${++number}`;
      const answer = await fetch(`${sandbox.origin}/_sandbox/faults/${key}`, {
        method: 'PUT',
        body: JSON.stringify(steps),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return {
        base: `${sandbox.origin}/_sandbox/faulty/${key}`,
        received: async () => ((await json(`/_sandbox/faults/${key}`)) as { requests: Received[] }).requests,
      };
    },
    tokens: async () => (await json('/_sandbox/tokens')) as Record<string, string>,
    /** How often any session was refreshed. */
    async refreshes() {
      const state = (await json('/_sandbox/state')) as { refreshFamilies: { refreshes: number }[] };
      return state.refreshFamilies.reduce((sum, { refreshes }) => sum + refreshes, 0);
    },
  };
}

/** A server of somebody else's: it records the header fields that it gets. */
export async function startOtherOrigin() {
  const received: NodeJS.Dict<string | string[]>[] = [];
  const server = createServer((request, response) => {
    received.push(request.headers);
    response.end('other');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
