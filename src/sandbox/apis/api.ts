import type { Answer } from '../server/answer';
import type { Call } from '../server/call';

/** What an API gets from the sandbox that runs it. */
export interface ApiContext {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Takes a line about something that should not happen. */
  readonly log: (line: string) => void;
  /** Where the API is served, without a slash at the end; known only once it listens. */
  readonly origin: () => string;
}

/** One running API. All its state lives in the instance. */
export interface RunningApi {
  /** Never rejects for anything that a client sends. */
  answer(call: Call): Promise<Answer>;
  /** Ready credentials, good and bad ones, by what is right or wrong with them. */
  tokens(): Readonly<Record<string, string>>;
  /** Inner state for tests; JSON. */
  state(): unknown;
}

/** An API that the sandbox can serve: one folder, one of these. */
export interface SandboxApi {
  /** As in the API's catalog. */
  readonly id: string;
  start(context: ApiContext): RunningApi;
}
