import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { samplesWorkspace, type SamplesWorkspace } from '../../../scripts/start/samples-workspace';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { applyFixEdits } from '../../../src/core/fixes/apply-fix';
import { findFixes } from '../../../src/core/fixes/find-fixes';
import type { Fix } from '../../../src/core/fixes/fix';
import { plainL10n } from '../../../src/core/text/language';
import { runRequest } from '../../../src/http/run';
import { Session } from '../../../src/http/session';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { shippedIndex } from '../../servers/shipped-knowledge';

const ROOT = join(__dirname, '..', '..', '..');
const environmentFile = 'http-client.env.json';

/** The samples against a running sandbox: their requests are really sent. */
export class SandboxedSamples {
  private constructor(
    private readonly sandbox: Sandbox,
    private readonly samples: SamplesWorkspace,
  ) {}

  static async start(): Promise<SandboxedSamples> {
    const sandbox = await startSandbox();
    return new SandboxedSamples(sandbox, await samplesWorkspace(join(ROOT, 'samples'), sandbox));
  }

  async stop(): Promise<void> {
    await this.samples.remove();
    await this.sandbox.close();
  }

  text(file: string): Promise<string> {
    return readFile(join(this.samples.folder, file), 'utf8');
  }

  /** Sends the request of a name, as `text` has it. */
  run(file: string, text: string, name: string): Promise<Exchange> {
    const lines = text.split(/\r?\n/);
    return runRequest({
      file: join(this.samples.folder, file),
      text,
      line: lines.findIndex((line) => line.trim() === `# @name ${name}`),
      environment: ['sandbox'],
      trusted: true,
      root: this.samples.folder,
      session: new Session(),
    });
  }

  /** Sends the request, and finds the fixes for what came of it. */
  async fixes(file: string, text: string, name: string): Promise<{ exchange: Exchange; fixes: Fix[] }> {
    const exchange = await this.run(file, text, name);
    const index = shippedIndex();
    const knowledge = indexKnowledge(index);
    const api = identifyApi(exchange, index.apis, ({ id }, code) => knowledge.byCode(id, code).length > 0);
    const now = Date.now();
    const diagnosis = diagnose(exchange, { api, knowledge, now, l10n: plainL10n() });
    const uri = pathToFileURL(join(this.samples.folder, environmentFile)).href;
    const environments = [{ uri, text: await this.text(environmentFile) }];
    return {
      exchange,
      fixes: findFixes(readExchange(exchange, api, now), diagnosis, { text, environments }),
    };
  }

  /** The file with a fix applied, sent again. */
  async runFixed(file: string, text: string, name: string, fix: Fix): Promise<Exchange> {
    const own = fix.edits.filter(({ uri }) => !uri.endsWith(environmentFile));
    return this.run(file, applyFixEdits(text, own), name);
  }
}

export const outcomeOf = ({ outcome }: Exchange): number | string =>
  outcome.kind === 'response' ? outcome.status : outcome.code;
