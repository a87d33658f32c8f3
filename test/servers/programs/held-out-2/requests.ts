import { startSandbox } from '../../../../src/sandbox/index';
import { closedPort } from '../../../unit/http/servers';
import type { Group } from '../../group';

/** Requests of one's own to all APIs of a sandbox: `{upstream}` is an origin, `{upstream_viewer}` a credential. */
export const heldOutRequests: Group = {
  name: 'held-out-2/requests',
  labelsFacts: false,
  async start() {
    const sandbox = await startSandbox();
    const values: Record<string, string> = { closed: `${await closedPort()}` };
    for (const [api, origin] of Object.entries(sandbox.origins)) {
      const tokens = (await (await fetch(`${origin}/_sandbox/tokens`)).json()) as Record<string, string>;
      Object.assign(values, { [api]: origin, [`${api}_port`]: new URL(origin).port });
      for (const [name, token] of Object.entries(tokens)) values[`${api}_${name}`] = token;
    }
    return { values, close: () => sandbox.close() };
  },
};
