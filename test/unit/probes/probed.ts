import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { findProblem } from '../../../src/core/diagnose/find-problem';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Reading } from '../../../src/core/exchange/reading';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { toDiagnosedProbes } from '../../../src/core/probes/describe';
import { joinLedger } from '../../../src/core/probes/join-ledger';
import {
  judgeConnection,
  judgeProbe,
  suggestProbes,
  type SuggestedProbe,
} from '../../../src/core/probes/suggest-probes';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';
import { sendProbe } from '../../../src/http/probes/send-probe';
import { defaultLimits } from '../../../src/http/transport/transport';
import { shippedIndex } from '../../servers/shipped-knowledge';
import { makeWorkspace } from '../http/workspace';

/** A request that really was sent, its diagnosis and its probes. */
export interface Probed {
  readonly reading: Reading;
  readonly diagnosis: Diagnosis;
  readonly probes: readonly SuggestedProbe[];
  /** Really sends a probe, and answers the diagnosis with what it showed. */
  send(id: string): Promise<Diagnosis>;
}

const english = plainL10n();

/** `name` is the file's, by which its API may be told. */
export async function probed(text: string, name = 'test.http'): Promise<Probed> {
  const workspace = await makeWorkspace();
  try {
    const exchange = await workspace.run(text, { name });
    const index = shippedIndex();
    const knowledge = indexKnowledge(index);
    const api = identifyApi(exchange, index.apis, ({ id }, code) => knowledge.byCode(id, code).length > 0);
    const now = Date.now();
    const reading = readExchange(exchange, api, now);
    const bare = diagnose(exchange, { api, knowledge, now, l10n: english });
    const probes = suggestProbes({ reading, problem: findProblem(reading, knowledge) }, bare);
    const say = (phrase: Parameters<typeof render>[0]): string => render(phrase, english);
    const diagnosis = { ...bare, probes: toDiagnosedProbes(probes, say, (shown) => shown, 'en') };
    return {
      reading,
      diagnosis,
      probes,
      async send(id) {
        const probe = probes.find((each) => each.id === id);
        if (!probe) throw new Error(`${id} is not among ${probes.map((each) => each.id).join(', ')}`);
        const { signal } = new AbortController();
        const limits = { ...defaultLimits, timeoutMs: 5000 };
        const answer = await sendProbe(probe.target, { signal, limits, verifyCertificate: true });
        const finding =
          answer.kind === 'connection'
            ? judgeConnection(probe, answer)
            : judgeProbe(probe, reading, readExchange(answer.exchange, api, now));
        if (!finding) throw new Error(`${id} says nothing`);
        const outcome = answer.kind === 'exchange' ? answer.exchange.outcome : undefined;
        const limited = outcome?.kind === 'response' && outcome.status === 429;
        const { verdict } = finding;
        return joinLedger(diagnosis, {
          probe: id,
          text: say(finding.text),
          heading: 'Tests',
          limited,
          ...(verdict ? { verdict } : {}),
        });
      },
    };
  } finally {
    await workspace.remove();
  }
}
