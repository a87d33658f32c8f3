import { strict as assert } from 'node:assert';
import { redactText } from '../../src/core/redact/redactor';
import { makeWorkspace } from '../unit/http/workspace';
import { startEchoingServer, type EchoingServer } from './planted/echoing-server';
import { kinds, type Planting } from './planted/kinds';
import { textsIn, traceOf } from './planted/traces';
import { seededRandom } from './seeded-random';
import { showEverything } from './shown';

const plantings = 10;

describe('planted secrets appear nowhere, whatever the server gives away', () => {
  let server: EchoingServer;
  before(async () => void (server = await startEchoingServer()));
  after(() => server.close());

  kinds.forEach(({ name, plant }, number) => {
    it(name, async () => {
      const leaks: string[] = [];
      for (let count = 0; count < plantings; count++) {
        const planting = plant(seededRandom(1000 * number + count));
        server.expect(planting, count);
        const shown = await showRun(planting);
        for (const secret of planting.secrets.flatMap(({ hidden }) => hidden)) {
          const trace = traceOf(secret, shown);
          if (trace)
            leaks.push(
              `${count}: ${JSON.stringify(trace)} of ${secret} in …${around(shown, trace)}…\n  ${JSON.stringify(planting.text)}`,
            );
        }
      }
      assert.equal(leaks.length, 0, `\n${leaks.join('\n')}`);
    });
  });

  /** Runs a planting and gathers everything that is shown and logged. */
  async function showRun({ secrets, text, files, environment }: Planting): Promise<string> {
    const workspace = await makeWorkspace(files);
    const log: string[] = [];
    try {
      const host = server.origin.replace('http://', '');
      const exchange = await workspace.run(
        text.replaceAll('{{origin}}', server.origin).replaceAll('{{host}}', host),
        {
          log: (_level, message) => log.push(redactText(message)),
          ...(environment ? { environment: [environment] } : {}),
        },
      );
      const known = textsIn(exchange);
      assert.ok(
        secrets.some(({ text: secret }) => traceOf(secret, known)),
        'the secret was sent or answered at all',
      );
      return textsIn([showEverything(exchange), log]);
    } finally {
      await workspace.remove();
    }
  }
});

function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 120), at + 60).replaceAll('\n', ' ');
}
