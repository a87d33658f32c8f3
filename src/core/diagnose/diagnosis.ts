import type { Timings } from '../exchange/exchange';

export type Verdict = 'confirmed' | 'possible' | 'ruled-out';

/**
 * What `apiTroubleshooter.diagnoseRequest` answers: a stable contract. All texts are in the user's language and
 * redacted. Causes are ranked, best first; durations are milliseconds.
 */
export interface Diagnosis {
  request: { method: string; url: string; name?: string };
  outcome:
    { kind: 'response'; status: number; reason: string } | { kind: 'failure'; code: string; message: string };
  api?: { id: string; name: string };
  problem?: DiagnosedProblem;
  causes: DiagnosedCause[];
  nextSteps: string[];
  /** When the same request may be sent again, as ISO 8601. */
  retryAt?: string;
  requestId?: string;
  environment?: string;
  timings: Timings;
  /** The whole diagnosis as Markdown, for a support ticket. */
  report: string;
}

export interface DiagnosedProblem {
  id: string;
  title: string;
  summary: string;
  code?: string;
  /** The catalog whose page explains it: an API's or a standard's; absent where no catalog knows it. */
  catalog?: string;
}

export interface DiagnosedCause {
  id: string;
  title: string;
  explanation: string;
  verdict: Verdict;
  evidence: string[];
  fix: string;
}
