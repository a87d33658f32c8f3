import type { DiagnosedCause, DiagnosedProbe, Diagnosis, Verdict } from '../diagnose/diagnosis';
import { MarkdownBuilder } from '../markdown/markdown';

/** What a probe showed, in the user's language and redacted. */
export interface ProbeResult {
  readonly probe: string;
  readonly text: string;
  /** What the report's section about tests is called. */
  readonly heading: string;
  readonly verdict?: 'confirmed' | 'ruled-out';
  /** The server asks for fewer requests: no other probe is offered any more. */
  readonly limited: boolean;
}

const order: readonly Verdict[] = ['confirmed', 'possible', 'ruled-out'];

/**
 * The diagnosis with what a probe showed as evidence. A possible cause that it is about is confirmed or ruled out by it;
 * what the exchange itself has proved stays as it is.
 */
export function joinLedger(
  diagnosis: Diagnosis,
  { probe, text, verdict, limited, heading }: ProbeResult,
): Diagnosis {
  const about = diagnosis.probes?.find(({ id }) => id === probe)?.causes ?? [];
  const causes = diagnosis.causes.map((cause): DiagnosedCause => {
    if (!about.includes(cause.id)) return cause;
    const isOpen = cause.verdict === 'possible' && verdict !== undefined;
    return { ...cause, evidence: [...cause.evidence, text], ...(isOpen ? { verdict, test: undefined } : {}) };
  });
  // A change that helped says more than an observation: what it confirms comes first.
  const isShown = ({ id }: DiagnosedCause): boolean => verdict === 'confirmed' && about.includes(id);
  const rank = (cause: DiagnosedCause): number =>
    order.indexOf(cause.verdict) - (cause.verdict === 'confirmed' && isShown(cause) ? 1 : 0);
  const probes = diagnosis.probes?.map((each) => (each.id === probe ? { ...each, result: text } : each));
  return {
    ...diagnosis,
    causes: causes.sort((a, b) => rank(a) - rank(b)),
    report: reportWith(diagnosis, probes ?? [], heading),
    ...(probes ? { probes: limited ? probes.filter(({ result }) => result !== undefined) : probes } : {}),
  };
}

/** The report with a section, its last one, on what the probes showed. */
function reportWith(
  { report, probes: before = [] }: Diagnosis,
  probes: readonly DiagnosedProbe[],
  heading: string,
): string {
  const title = new MarkdownBuilder().section(heading, 2).toString().trim();
  const isThere = before.some(({ result }) => result !== undefined);
  const end = isThere ? report.lastIndexOf(title) : report.length;
  const tests = probes.flatMap(({ title: lead, request, result }) =>
    result === undefined ? [] : [{ lead, rest: `${request}: ${result}` }],
  );
  return `${report.slice(0, end).trimEnd()}\n\n${new MarkdownBuilder().section(heading, 2).leadList(tests).toString()}`;
}
