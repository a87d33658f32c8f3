import { faultOf } from '../faults/broken';
import type { Call } from '../server/call';
import type { Refusal } from './refusal';

/** What each error of an API has in common wherever it occurs, by its name. */
export type ErrorKinds<Name extends string> = Readonly<Record<Name, ErrorKind>>;

export interface ErrorKind {
  readonly status: number;
  readonly message: string;
  /** As they look where the error is asked for and not provoked. */
  readonly details?: unknown;
}

const DEFAULT_WAIT = 60;
const MAX_WAIT = 24 * 60 * 60;

/**
 * The error that `call` asks for by `?fault=NAME` or `X-Sandbox-Fault: NAME`. `complete` adds what the error has of its
 * surroundings, such as header fields; `wait` is what `?retry_after=` asks for, seconds. An unknown name is `unknown`.
 */
export function requestedError<Name extends string>(
  call: Call,
  kinds: ErrorKinds<Name>,
  complete: (name: Name, wait: number) => Partial<Refusal<Name>>,
  unknown: (message: string) => Refusal<Name>,
): Refusal<Name> | undefined {
  const name = faultOf(call);
  if (name === undefined) return undefined;
  if (!isNameIn(kinds, name)) return unknown(`Unknown fault; known: ${Object.keys(kinds).join(', ')}`);
  return { refused: name, details: kinds[name].details, ...complete(name, waitOf(call)) };
}

function waitOf(call: Call): number {
  const asked = Number(call.query.get('retry_after') ?? DEFAULT_WAIT);
  return Number.isFinite(asked) ? Math.min(Math.max(0, asked), MAX_WAIT) : DEFAULT_WAIT;
}

const isNameIn = <Name extends string>(kinds: ErrorKinds<Name>, name: string): name is Name =>
  Object.hasOwn(kinds, name);
