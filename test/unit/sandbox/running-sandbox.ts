import { startSandbox, type Sandbox } from '../../../src/sandbox/index';

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read bodies of every shape
  readonly body: any;
}

/** A real sandbox with a clock that tests move; requests go to one of its APIs. */
export class RunningSandbox {
  /** Milliseconds since the epoch. */
  now = Date.parse('2026-03-01T12:00:00Z');
  readonly log: string[] = [];
  #sandbox: Sandbox | undefined;

  /** `credentials` are what `json` sends where a test gives no others. */
  constructor(
    private readonly api = 'stateset',
    private readonly credentials: Readonly<Record<string, string>> = {
      'X-API-Key': 'sandbox-key-full-access',
    },
  ) {}

  async start(): Promise<void> {
    this.#sandbox = await startSandbox({ now: () => this.now, log: (line) => this.log.push(line) });
  }

  async stop(): Promise<void> {
    await this.#sandbox?.close();
  }

  get origin(): string {
    return this.#sandbox?.origins[this.api] ?? '';
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Received> {
    const response = await fetch(this.origin + path, { method, ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  /** Sends `body` as JSON, with the usual credentials unless `headers` hold others. */
  json(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Received> {
    const credentials = 'Authorization' in headers ? {} : this.credentials;
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.send(method, path, {
      headers: { ...credentials, ...type, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  async tokens(): Promise<Record<string, string>> {
    return (await this.send('GET', '/_sandbox/tokens')).body as Record<string, string>;
  }
}

export const bearer = (token: string | undefined): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
