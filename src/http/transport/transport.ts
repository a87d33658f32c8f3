import type { Exchange, HeaderField } from '../../core/exchange/exchange';

/** A request that is ready to go out: every variable resolved, every file read. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly name?: string;
  /** In the order and case in which they are to be sent. */
  readonly headers: readonly HeaderField[];
  readonly body?: Uint8Array;
  readonly followRedirects: boolean;
  /** False sends to servers whose certificate does not verify: only where the author of the request asked for it. */
  readonly verifyCertificate: boolean;
  /** `http:`, `https:` or `socks:` URL of a proxy that the request itself names; others are the platform's matter. */
  readonly proxy?: string;
  readonly clientCertificate?: ClientCertificate;
  readonly cookies?: CookieStore;
  /** Values that go to no other origin, in whatever field they stand. */
  readonly confidential?: ReadonlySet<string>;
  /** Names of fields that go to no other origin, beside those that everybody knows; without case, `-` and `_`. */
  readonly confidentialNames?: ReadonlySet<string>;
}

export interface ClientCertificate {
  readonly cert?: Uint8Array;
  readonly key?: Uint8Array;
  readonly pfx?: Uint8Array;
  readonly passphrase?: string;
}

/** What the transport needs of a cookie jar (RFC 6265). */
export interface CookieStore {
  getCookieString(url: string): Promise<string>;
  setCookie(field: string, url: string): Promise<unknown>;
}

export interface Limits {
  /** Milliseconds: how long a phase may last, and how long the connection may stay silent. */
  readonly timeoutMs: number;
  /** Milliseconds for everything together, redirects included, so that a trickling answer ends too. */
  readonly totalMs: number;
  /** Bytes of the body that are kept, before and after content codings are undone. */
  readonly maxBodyBytes: number;
  /** Bytes of the body that are counted; after them the connection is closed. */
  readonly maxCountedBytes: number;
  readonly maxRedirects: number;
}

export const defaultLimits: Limits = {
  timeoutMs: 30_000,
  totalMs: 120_000,
  maxBodyBytes: 10 * 1024 * 1024,
  maxCountedBytes: 256 * 1024 * 1024,
  maxRedirects: 10,
};

/** An exchange as the network saw it, and the kept bytes of the answer's body with content codings undone. */
export type Transmission = Omit<Exchange, 'written'> & { readonly content?: Uint8Array };

/**
 * Sends one request and observes. Failures of the network are results, not exceptions; it rejects only with the
 * signal's reason, after the socket was destroyed.
 */
export type Transport = (
  request: OutgoingRequest,
  options: { readonly signal: AbortSignal; readonly limits: Limits },
) => Promise<Transmission>;
