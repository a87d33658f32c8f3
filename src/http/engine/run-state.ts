import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpFile, HttpRegion, ProcessorContext, UserSession } from 'httpyac';
import { defaultLimits, type Limits, type Transmission, type Transport } from '../transport/transport';
import type { Refusal } from './refusal';

/** Something a request asks its user while it is built. */
export interface Prompt {
  /** `confirm` and `open`, which is about a page in the browser, are answered by any text for yes. */
  readonly kind: 'text' | 'password' | 'choice' | 'confirm' | 'open';
  readonly message: string;
  readonly initial?: string;
  readonly choices?: readonly string[];
}

/** Undefined where the user declines. */
export type Ask = (prompt: Prompt) => Promise<string | undefined>;

/** Messages of httpyac and of the scripts in a file. They may hold secrets: redact before showing. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;

/** An expression between `{{` and `}}` that has no value. */
export interface Unresolved {
  readonly expression: string;
  readonly region: HttpRegion;
  readonly file: HttpFile;
}

/** A request that was sent during a run, the one asked for or one it refers to. */
export interface Sent {
  readonly region: HttpRegion;
  readonly main: boolean;
  readonly transmission: Transmission;
}

/** Why a step of a run ended it. */
export interface Stop {
  readonly refusal: Refusal;
  readonly region: HttpRegion;
}

/** Everything that belongs to one run. httpyac's providers are global: they find it through `currentRun`. */
export interface RunState {
  /** Absolute path of the folder that references may not leave. */
  readonly root: string;
  readonly trusted: boolean;
  readonly signal: AbortSignal;
  readonly limits: Limits;
  readonly transport: Transport;
  /** Names of fields that go to no other origin. */
  readonly secretNames?: ReadonlySet<string>;
  readonly ask?: Ask;
  /** What is open with unsaved changes is read as it is there. */
  readonly unsaved?: (file: string) => string | undefined;
  readonly open?: (url: string) => Promise<void>;
  readonly log: Log;
  /** httpyac's cookies, OAuth tokens, JetBrains' globals. */
  readonly userSessions: UserSession[];
  readonly unresolved: Unresolved[];
  readonly sent: Sent[];
  /** Answers to the requests for OAuth tokens, in order. */
  readonly tokens: Transmission[];
  /** Answers to questions that are typed unseen. */
  readonly typed: string[];
  /** Regions that run now, outermost first. */
  readonly running: HttpRegion[];
  /** The request asked for, as far as httpyac has built it. */
  context?: ProcessorContext;
  stop?: Stop;
  /** The question the user declined. */
  declined?: string;
  /** Set when it is over: what its scripts and timers still try to send is not sent. */
  ended?: boolean;
}

/** A run that sends nothing and says nothing: for looking at files. Untrusted, it reads none but the text it is given. */
export const lookingRun = (root: string, trusted: boolean): RunState => ({
  root,
  trusted,
  signal: new AbortController().signal,
  limits: defaultLimits,
  transport: () => Promise.reject(new Error('Nothing is sent by looking.')),
  log: () => {},
  userSessions: [],
  unresolved: [],
  sent: [],
  tokens: [],
  typed: [],
  running: [],
});

const storage = new AsyncLocalStorage<RunState>();

/** Runs `action` so that everything it awaits finds `state`: runs at the same time do not meet. */
export const withRun = <Result>(state: RunState, action: () => Promise<Result>): Promise<Result> =>
  storage.run(state, action);

/** The run that the calling code belongs to; undefined outside of one. */
export const currentRun = (): RunState | undefined => storage.getStore();
