import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/index';
import type { Group, RunningGroup } from '../group';

const samples = join(__dirname, '..', '..', '..', 'samples');

/** The requests of a sample file, against a sandbox of its own. */
export const sampleGroup = (api: string): Group => ({
  name: `sandbox-${api}`,
  start: () => startSamples(api),
});

export const sandboxes: readonly Group[] = ['stateset', 'celigo', 'dumont', 'interflow', 'upstream'].map(
  sampleGroup,
);

async function startSamples(api: string): Promise<RunningGroup> {
  const sandbox = await startSandbox();
  const text = readFileSync(join(samples, 'http-client.env.json'), 'utf8');
  const environment = JSON.parse(text) as Record<string, Record<string, string>>;
  const hosts = Object.entries(sandbox.origins).map(([id, origin]) => [
    id === 'stateset' ? 'host' : `${id}Host`,
    origin,
  ]);
  Object.assign(environment['sandbox'] ?? {}, Object.fromEntries(hosts));
  const tokens = (await (await fetch(`${sandbox.origins[api]}/_sandbox/tokens`)).json()) as Record<
    string,
    string
  >;
  return {
    values: {
      file: `${api}.http`,
      origin: sandbox.origins[api] ?? '',
      environment: JSON.stringify(environment),
      sample: readFileSync(join(samples, `${api}.http`), 'utf8'),
      ...tokens,
    },
    close: () => sandbox.close(),
  };
}
