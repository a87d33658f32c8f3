import { strict as assert } from 'node:assert';
import { redactText } from '../../src/core/redact/redactor';
import { makeWorkspace } from '../unit/http/workspace';
import { type Answer, echoes, type Seen } from './planted/echoes';
import { type EchoingServer, startEchoingServer } from './planted/echoing-server';
import { kinds, type Planting } from './planted/kinds';
import { partialEchoes } from './planted/partial-echoes';
import { partOfPart, partOfWhole, textsIn, traceOf } from './planted/traces';
import { seededRandom } from './seeded-random';
import { showEverything } from './shown';

/** What users see of a run, surface by surface. */
type Surfaces = Readonly<Record<string, string>>;

describe('planted secrets appear nowhere, whatever the server gives away', () => {
  let server: EchoingServer;
  before(async () => void (server = await startEchoingServer()));
  after(() => server.close());

  kinds.forEach(({ name, plant }, number) => {
    it(`${name}: echoed whole`, () =>
      assertHidden(
        echoes.map((echo, count) => [`echo ${count}`, plant(seededRandom(1000 * number + count)), echo]),
        partOfWhole,
      ));

    it(`${name}: echoed in part, in another case, broken up or encoded`, () =>
      assertHidden(
        // Half of the ways for each kind: all of them take long, and tell no more. What the server alone says is known
        // by the names beside it, and no more where those are lost.
        partialEchoes.flatMap(([how, echo], count) => {
          if (count % 2 !== number % 2) return [];
          const { said: _, ...planting } = plant(seededRandom(1000 * number + 500 + count));
          return [[how, planting, echo] as const];
        }),
        partOfPart,
      ));
  });

  async function assertHidden(
    plantings: readonly (readonly [how: string, planting: Planting, echo: (seen: Seen) => Answer])[],
    shortest: number,
  ): Promise<void> {
    const leaks: string[] = [];
    let given = 0;
    for (const [how, planting, echo] of plantings) {
      server.expect(planting, echo);
      const { isGiven, surfaces } = await showRun(planting);
      if (isGiven) given++;
      for (const [surface, shown] of Object.entries(surfaces))
        for (const secret of planting.secrets.flatMap(({ hidden }) => hidden)) {
          const trace = traceOf(secret, shown, shortest);
          if (trace)
            leaks.push(
              `${surface}, ${how}: ${JSON.stringify(trace)} of ${secret} in …${around(shown, trace)}…\n  ${JSON.stringify(planting.text)}`,
            );
        }
    }
    if (shortest === partOfWhole)
      assert.equal(given, plantings.length, 'the secrets were sent or answered at all');
    assert.equal(leaks.length, 0, `\n${leaks.join('\n')}`);
  }

  /** Runs a planting and gathers everything that is shown and logged. */
  async function showRun({
    secrets,
    text,
    files,
    environment,
    isSentBefore,
    at,
  }: Planting): Promise<{ isGiven: boolean; surfaces: Surfaces }> {
    const workspace = await makeWorkspace(files);
    const log: string[] = [];
    try {
      const host = server.origin.replace('http://', '');
      const sent = server.requests.length;
      const exchange = await workspace.run(
        text.replaceAll('{{origin}}', server.origin).replaceAll('{{host}}', host),
        {
          log: (_level, message) => log.push(redactText(message)),
          ...(environment ? { environment: [environment] } : {}),
          ...(at === undefined ? {} : { at }),
        },
      );
      const known = isSentBefore
        ? [server.requests, server.headers, server.bodies]
            .map((all) => all.slice(sent).flat().join('\n'))
            .join('\n')
        : textsIn({ ...exchange, secrets: undefined });
      return {
        isGiven: secrets.some(({ text: secret }) => traceOf(secret, known)),
        surfaces: surfacesOf(showEverything(exchange), log),
      };
    } finally {
      await workspace.remove();
    }
  }
});

const surfacesOf = (shown: ReturnType<typeof showEverything>, log: readonly string[]): Surfaces => ({
  report: textsIn(shown.map(({ diagnosis }) => diagnosis.report)),
  'lens, hover and Problems': textsIn(shown.map(({ diagnosis: { report: _, ...rest } }) => rest)),
  'fixes and tests': textsIn(shown.map(({ offers }) => offers)),
  panel: textsIn(shown.map(({ view }) => view)),
  'request and answer': textsIn(shown.map(({ exchange }) => exchange)),
  history: textsIn(shown.map(({ snapshot }) => snapshot)),
  'health check': textsIn(shown.map(({ health }) => health)),
  log: textsIn(log),
});

function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 120), at + 60).replaceAll('\n', ' ');
}
