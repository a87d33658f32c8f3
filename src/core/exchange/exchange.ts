import type { Phrase } from '../text/phrase';
import type { EarlierRequest } from './earlier-request';

/**
 * An exchange as plain data: the request as it was sent, its redirects, its answer or failure, its timings.
 * Times are milliseconds since the epoch, durations milliseconds, sizes bytes.
 */
export interface Exchange {
  /** The first request, as it went out; where nothing went out, as it would have. */
  readonly request: SentRequest;
  /** Every redirect that was followed, first one first. */
  readonly redirects: readonly Redirect[];
  /** Where the answer redirects to, where that was not followed: another origin would have got the request's effect or content. */
  readonly notFollowed?: string;
  readonly outcome: Outcome;
  readonly startedAt: number;
  readonly timings: Timings;
  readonly connection?: Connection;
  /** How the request stands in its `.http` file. */
  readonly written?: WrittenRequest;
  /** Requests of this session that carried the same idempotency key, the latest first. */
  readonly earlier?: readonly EarlierRequest[];
  /** What else is secret, wherever it stands: values of variables, what a login that it refers to sent and got. */
  readonly secrets?: readonly string[];
}

/** Name and value in the order and case of the wire. */
export type HeaderField = readonly [name: string, value: string];

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly name?: string;
  readonly httpVersion?: string;
  readonly headers: readonly HeaderField[];
  readonly body?: Body;
}

export interface Body {
  /** Decoded by the charset of Content-Type (UTF-8 where it says none), after content codings were undone. */
  readonly text: string;
  /** Bytes on the wire or, where they were not counted, of the kept part. */
  readonly size: number;
  /** Only a first part was kept, because of the size limit. */
  readonly capped?: boolean;
  /** The connection ended before the body did. */
  readonly truncated?: boolean;
  /** It was cut off here because the server fell silent, not because the connection ended. */
  readonly stalled?: boolean;
  /** Why its Content-Encoding could not be undone; `text` is then what came. */
  readonly codingError?: string;
}

export type Outcome = ({ readonly kind: 'response' } & Response) | ({ readonly kind: 'failure' } & Failure);

export interface Response {
  readonly status: number;
  readonly reason: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderField[];
  readonly body: Body;
  /** The URL that answered: the last hop's. */
  readonly url: string;
  /** When its header section arrived. */
  readonly receivedAt: number;
}

/** Why there is no answer. */
export interface Failure {
  /** The innermost code that says most: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, or one of `OwnFailure`. */
  readonly code: string;
  /** What the system or library says, or what we say, in English. */
  readonly message: string;
  /** What we say, where it is our own failure: shown in the place of `message`. */
  readonly said?: Phrase;
  readonly phase?: Phase;
  /** The error with its causes and gathered errors, outermost first. */
  readonly chain: readonly FailureLink[];
  /** Whether the port speaks TLS, found out where a plain request to it was broken off. */
  readonly speaksTls?: boolean;
  /** The other loopback address, and whether the port takes connections there: found out where one alone refused. */
  readonly otherLoopback?: { readonly address: string; readonly listens: boolean };
}

/** Codes of failures that this product itself tells apart. */
export type OwnFailure =
  | 'UNRESOLVED_VARIABLE'
  | 'CIRCULAR_REFERENCE'
  | 'BODY_FILE_MISSING'
  | 'INVALID_URL'
  | 'REFERENCED_REQUEST_FAILED'
  | 'SCRIPT_FAILED'
  | 'TIMEOUT'
  | 'TOO_MANY_REDIRECTS'
  | 'UNSUPPORTED_PROTOCOL'
  | 'UNSUPPORTED_SYNTAX';

export interface FailureLink {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  readonly syscall?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
  /** The first bytes that came, one character each, where they are not HTTP. */
  readonly received?: string;
}

export type Phase = 'prepare' | 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'receive';

/**
 * How long each phase took, where it took place; `total` from sending to the end or failure. `prepare` is everything
 * that the network did not take, most of it before sending: variables, questions, requests that are referred to.
 */
export type Timings = Partial<Record<Phase, number>> & { readonly total: number };

export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
  readonly headers: readonly HeaderField[];
  readonly methodBefore: string;
  readonly methodAfter: string;
  /** Names of request header fields that were not sent on. */
  readonly dropped: readonly string[];
}

export interface Connection {
  readonly remoteAddress?: string;
  readonly remotePort?: number;
  readonly family?: 4 | 6;
  readonly proxy?: string;
  readonly tls?: TlsFacts;
  /** Both sides agreed on a version and a cipher, whatever became of the handshake then. */
  readonly tlsAgreed?: true;
}

export interface TlsFacts {
  readonly protocol?: string;
  readonly cipher?: string;
  readonly alpn?: string;
  readonly authorized: boolean;
  readonly authorizationError?: string;
  /** The server's certificate first, then its issuers as far as they were sent. */
  readonly chain: readonly Certificate[];
}

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly subjectAltNames: readonly string[];
  readonly validFrom: number;
  readonly validTo: number;
  readonly fingerprint256?: string;
}

/** The request as its author wrote it. */
export interface WrittenRequest {
  readonly uri: string;
  /** Zero-based lines of the region in the file, the last one included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Zero-based line of the request line itself. */
  readonly requestLine: number;
  /** The region's own text. */
  readonly text: string;
  readonly environment?: string;
  readonly environments?: readonly string[];
  readonly unresolvedVariables: readonly UnresolvedVariable[];
}

export interface UnresolvedVariable {
  readonly name: string;
  /** Zero-based line in the file. */
  readonly line: number;
  readonly character: number;
  /** The request of the same file whose answer would hold the value, where it is one that was not run. */
  readonly request?: string;
  /** Environments, other than the chosen one, in which it has a value. */
  readonly definedIn?: readonly string[];
}
