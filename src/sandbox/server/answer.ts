import type { Readable } from 'node:stream';

/** What goes back to the client, and how: whole, or broken on purpose. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A function makes a stream, for bodies that must not be held in memory. */
  readonly body?: string | (() => Readable);
  readonly delivery?: Delivery;
}

export type Delivery = {
  /** Milliseconds before the first byte. */
  readonly delay?: number;
} & (
  | { readonly kind: 'whole' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** A TCP RST instead of an answer. */
  | { readonly kind: 'reset' }
  /** Announces the whole body, sends half of it and closes. */
  | { readonly kind: 'truncate' }
  /** Sends so many bytes each so many milliseconds. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
);

/** `value` as a JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

/** The same answer with more header fields; those of `answer` win. */
export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}
