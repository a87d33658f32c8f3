import type { Problem } from '../catalog/catalog';
import type { Text } from '../text/language';
import type { Connection, Failure, HeaderField } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import type { Phrase } from '../text/phrase';

/** What a probe sends, or what it connects to. It may hold the credential of the request: redact before showing. */
export type ProbeTarget =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly url: string;
      readonly headers: readonly HeaderField[];
      readonly body?: string;
    }
  | { readonly kind: 'connection'; readonly host: string; readonly port: number; readonly tls: boolean };

/** A request that differs in one thing from the one that was diagnosed, or asks something else of the same server. */
export interface Probe {
  /** Names it within its diagnosis. */
  readonly id: string;
  readonly title: Phrase | Text;
  /** In what it differs. */
  readonly change: Phrase;
  readonly target: ProbeTarget;
  /** It may change something on the server. */
  readonly unsafe: boolean;
  /** The facts that its outcome speaks for or against. */
  readonly facts: readonly string[];
}

/** What a probe showed, and what that says of the causes it is about. */
export interface ProbeFinding {
  readonly text: Phrase;
  readonly verdict?: 'confirmed' | 'ruled-out';
}

export interface ProbeSubject {
  readonly reading: Reading;
  /** The problem as its catalog describes it, with its checks. */
  readonly problem: Problem | undefined;
}

/** A kind of probe: when it is worth sending, and what its outcome says. Pure. */
export interface ProbeKind {
  readonly id: string;
  readonly find: (subject: ProbeSubject) => readonly Omit<Probe, 'id'>[];
  /** `before` is the exchange that was diagnosed, `after` the probe's. */
  readonly judge?: (before: Reading, after: Reading, probe: Probe) => ProbeFinding;
  readonly judgeConnection?: (made: ConnectionResult) => ProbeFinding;
}

/** What came of connecting. */
export interface ConnectionResult {
  readonly connection?: Connection;
  readonly failure?: Failure;
}
