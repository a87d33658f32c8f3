import type { DiagnosedCause, Diagnosis, Verdict } from '../diagnose/diagnosis';

/** What a probe showed, in the user's language and redacted. */
export interface ProbeResult {
  readonly probe: string;
  readonly text: string;
  readonly verdict?: 'confirmed' | 'ruled-out';
  /** The server asks for fewer requests: no other probe is offered any more. */
  readonly limited: boolean;
}

const order: readonly Verdict[] = ['confirmed', 'possible', 'ruled-out'];

/**
 * The diagnosis with what a probe showed as evidence. A possible cause that it is about is confirmed or ruled out by it;
 * what the exchange itself has proved stays as it is.
 */
export function joinLedger(diagnosis: Diagnosis, { probe, text, verdict, limited }: ProbeResult): Diagnosis {
  const about = diagnosis.probes?.find(({ id }) => id === probe)?.causes ?? [];
  const causes = diagnosis.causes.map((cause): DiagnosedCause => {
    if (!about.includes(cause.id)) return cause;
    const isOpen = cause.verdict === 'possible' && verdict !== undefined;
    return { ...cause, evidence: [...cause.evidence, text], ...(isOpen ? { verdict, test: undefined } : {}) };
  });
  const probes = diagnosis.probes?.map((each) => (each.id === probe ? { ...each, result: text } : each));
  return {
    ...diagnosis,
    causes: causes.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
    ...(probes ? { probes: limited ? probes.filter(({ result }) => result !== undefined) : probes } : {}),
  };
}
