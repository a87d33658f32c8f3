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
  /** Edits of the file that repair what was found. */
  fixes?: DiagnosedFix[];
  /** Requests that would tell more; none is sent unless the user confirms it. */
  probes?: DiagnosedProbe[];
  /** What became of the request since a fix was applied to it. */
  sinceFix?: { text: string; helped: boolean };
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
  /** The evidence in two words, to stand behind the title: `2 h ago`. */
  brief?: string;
  fix: string;
  /** The facts that decided it, or that it waits for. */
  facts?: { name: string; holds: boolean | 'unknown' }[];
  /** Of a possible cause: the cheapest test that would tell. */
  test?: string;
}

/** `sure` repairs what is proved; `probable` is the likeliest repair; `blank` leaves a value for the user to fill in. */
export type Certainty = 'sure' | 'probable' | 'blank';

export interface DiagnosedFix {
  /** Names it within this diagnosis. */
  id: string;
  title: string;
  certainty: Certainty;
  /** Ids of the causes that it repairs; empty where it repairs what no cause names. */
  causes: string[];
}

export interface DiagnosedProbe {
  /** Names it within this diagnosis. */
  id: string;
  title: string;
  /** What is sent, redacted: `GET https://api.example.com/v1/me`; or what is connected to. */
  request: string;
  /** In what it differs from the request that was diagnosed. */
  change: string;
  /** It may change something on the server. */
  unsafe: boolean;
  /** Ids of the causes that it speaks for or against. */
  causes: string[];
  /** What it showed, once it was sent. */
  result?: string;
}
