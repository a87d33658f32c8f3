import type { DiagnosedCause, Diagnosis } from '../diagnose/diagnosis';
import { isBad } from '../diagnose/find-problem';
import { probeKinds } from './kinds/index';
import type { Reading } from '../exchange/reading';
import type { ConnectionResult, Probe, ProbeFinding, ProbeKind, ProbeSubject } from './probe';

/** As many as one diagnosis may send. */
const mostProbes = 5;

/** A probe with the causes that it speaks for or against. */
export interface SuggestedProbe extends Probe {
  readonly causes: readonly string[];
}

/**
 * The probes that a diagnosis suggests: none where nothing is wrong, or where the server asks for fewer requests. Those
 * that may decide a possible cause come first.
 */
export function suggestProbes(
  subject: ProbeSubject,
  { causes }: Pick<Diagnosis, 'causes'>,
): SuggestedProbe[] {
  const { reading } = subject;
  if (!reading.sent || !isBad(reading) || reading.answer?.status === 429) return [];
  const open = causes.filter(({ verdict }) => verdict !== 'ruled-out');
  const seen = new Set<string>();
  return probeKinds
    .flatMap((kind) =>
      kind.find(subject).map((probe, index) => ({
        ...probe,
        id: index === 0 ? kind.id : `${kind.id}-${index + 1}`,
        causes: open.filter((cause) => isAbout(cause, probe)).map(({ id }) => id),
      })),
    )
    .filter(({ target }) => {
      const key = JSON.stringify(target);
      return !seen.has(key) && !!seen.add(key);
    })
    .sort((a, b) => decides(b, open) - decides(a, open))
    .slice(0, mostProbes);
}

/** What the answer to a probe says. */
export const judgeProbe = (probe: Probe, before: Reading, after: Reading): ProbeFinding | undefined =>
  kindOf(probe)?.judge?.(before, after, probe);

/** What a connection that a probe made says, or why it made none. */
export const judgeConnection = (probe: Probe, made: ConnectionResult): ProbeFinding | undefined =>
  kindOf(probe)?.judgeConnection?.(made);

const kindOf = ({ id: probe }: Probe): ProbeKind | undefined =>
  probeKinds.find(
    ({ id }) => probe === id || /^-\d+$/.test(probe.startsWith(id) ? probe.slice(id.length) : ''),
  );

const isAbout = ({ facts = [] }: DiagnosedCause, probe: Pick<Probe, 'facts'>): boolean =>
  facts.some(({ name }) => probe.facts.includes(name));

const decides = ({ causes }: SuggestedProbe, open: readonly DiagnosedCause[]): number =>
  open.some(({ id, verdict }) => verdict === 'possible' && causes.includes(id)) ? 1 : 0;
