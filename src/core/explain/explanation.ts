import type { MentionKind } from '../recognize/mention';

/** What `apiTroubleshooter.explain` answers: a stable contract. Texts are in the user's language. */
export interface Explanation {
  api: { id: string; name: string };
  problem: { id: string; title: string; summary: string; status: number[]; codes: string[] };
  causes: { id: string; title: string; explanation: string; fix: string }[];
  /** What could be worked out from the text around: a reset as a time, a challenge in words. */
  computed: string[];
  steps: string[];
  retry?: 'never' | 'backoff' | 'after-reset' | 'after-refresh';
  /** Other APIs that know the same code, best first. */
  others: { api: { id: string; name: string }; problem: { id: string; title: string } }[];
  source: string;
  /** What was recognized; offsets into the text that was given. */
  mention: { kind: MentionKind; text: string; start: number; end: number };
}
