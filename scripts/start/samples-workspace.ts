import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox';

/** A copy of `samples/` that may be changed, and is removed at the end. */
export interface SamplesWorkspace {
  folder: string;
  remove(): Promise<void>;
}

/**
 * Copies the samples and points their environment `sandbox` at the origins where the sandbox really listens: `host` is
 * the first API's, `celigoHost` and so on are those of each.
 */
export async function samplesWorkspace(
  samples: string,
  { origin, origins }: Pick<Sandbox, 'origin' | 'origins'>,
): Promise<SamplesWorkspace> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'api-troubleshooter-')));
  const folder = join(scratch, 'samples');
  await cp(samples, folder, { recursive: true });
  const file = join(folder, 'http-client.env.json');
  const environments = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, object>;
  const hosts = Object.fromEntries(Object.entries(origins).map(([id, each]) => [`${id}Host`, each]));
  environments['sandbox'] = { ...environments['sandbox'], host: origin, ...hosts };
  await writeFile(file, JSON.stringify(environments, undefined, 2));
  return { folder, remove: () => rm(scratch, { recursive: true, force: true, maxRetries: 3 }) };
}
