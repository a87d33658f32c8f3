import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnose } from '../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../src/core/text/language';
import { runRequest } from '../../src/http/run';
import { shippedIndex } from './shipped-knowledge';

/** Runs a request written as in a `.http` file and diagnoses its exchange, as the command does. */
export async function diagnoseText(text: string): Promise<Diagnosis> {
  const folder = await mkdtemp(join(tmpdir(), 'diagnose-'));
  try {
    const file = join(folder, 'request.http');
    await writeFile(file, text);
    const exchange = await runRequest({ file, text, line: 0, trusted: true });
    const knowledge = indexKnowledge(shippedIndex());
    const api = identifyApi(
      exchange,
      shippedIndex().apis,
      ({ id }, code) => knowledge.byCode(id, code).length > 0,
    );
    return diagnose(exchange, { api, knowledge, now: Date.now(), l10n: plainL10n() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
