import type { Step } from './step';

/** A request as a script received it; header fields in lower case, tokens as they were sent. */
export interface ReceivedRequest {
  readonly method: string;
  /** What followed the script's own path, with the query; `/` where nothing did. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Index of the step that answered; absent where the script was over and the API answered. */
  readonly step?: number;
}

/** How many requests a script remembers. */
const MAX_RECEIVED = 1000;
/** How many characters of a body it remembers. */
const MAX_BODY_LENGTH = 64 * 1024;

/** Steps in their order, and the requests that they answered. */
export class Script {
  readonly received: ReceivedRequest[] = [];
  readonly #plan: readonly number[];
  #played = 0;

  constructor(readonly steps: readonly Step[]) {
    this.#plan = steps.flatMap((step, i) =>
      Array.from({ length: Math.min(step.times ?? 1, MAX_RECEIVED) }, () => i),
    );
  }

  /** How many steps were played. */
  get played(): number {
    return this.#played;
  }

  /** Records `request` and gives its step; after the last one, nothing. */
  next(request: Omit<ReceivedRequest, 'step'>): Step | undefined {
    const index = this.#plan[this.#played];
    if (index !== undefined) this.#played += 1;
    if (this.received.length < MAX_RECEIVED) {
      this.received.push({ ...request, body: request.body.slice(0, MAX_BODY_LENGTH), step: index });
    }
    return index === undefined ? undefined : this.steps[index];
  }
}
