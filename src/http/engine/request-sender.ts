import { AbstractRequestClient, type HttpRequest, type ProcessorContext, type Request } from 'httpyac';
import { phrase } from '../../core/text/phrase';
import type { OutgoingRequest, Transmission } from '../transport/transport';
import { challenged } from './challenge';
import { toHttpResponse } from './http-response';
import { knownSecrets } from './known-secrets';
import { toOutgoing } from './outgoing';
import { notRun, Refusal } from './refusal';
import { currentRun, type RunState } from './run-state';
import { UnansweredError } from './stops';

/** httpyac's client for one request: sends it with our transport and notes what came of it. */
export class RequestSender extends AbstractRequestClient<undefined> {
  readonly supportsStreaming = false;
  readonly nativeClient = undefined;
  readonly reportMessage: string;
  private readonly run: RunState | undefined = currentRun();

  constructor(
    private readonly request: Request,
    private readonly context: ProcessorContext,
  ) {
    super();
    this.reportMessage = `send ${request.method ?? 'GET'}`;
    refuseUnresolved(this.run, context);
  }

  async connect(): Promise<undefined> {
    return undefined;
  }

  async send(body?: unknown): Promise<void> {
    const { run, request, context } = this;
    // A further part of a streamed body: HTTP/1.1 sends one.
    if (!run?.trusted || run.ended || body !== undefined) return;
    const name =
      typeof context.httpRegion.metaData.name === 'string' ? context.httpRegion.metaData.name : undefined;
    const outgoing: OutgoingRequest = {
      ...toOutgoing(request, name, context.config?.request),
      confidential: knownSecrets(run),
      confidentialNames: run.secretNames,
    };
    const { signal } = run;
    if ((request as HttpRequest).options?.http2)
      run.log('warn', 'The request is sent by HTTP/1.1: no other version is supported.');
    // The author's own limit is for everything.
    const timeoutMs = request.timeout;
    const limits = timeoutMs ? { ...run.limits, timeoutMs, totalMs: timeoutMs } : run.limits;
    const transmit = (next: OutgoingRequest): Promise<Transmission> =>
      run.transport(next, { signal, limits });
    const first = await transmit(outgoing);
    const transmission = await challenged(first, outgoing, (request as HttpRequest).options?.hooks, transmit);
    run.sent.push({ region: context.httpRegion, main: !!context.isMainContext, transmission });
    const response = toHttpResponse(transmission, request);
    if (!response) throw new UnansweredError('The request got no answer.');
    this.onMessage('message', response);
  }

  /** Cancelling is the signal's matter. */
  disconnect(): void {
    this.onDisconnect();
  }
}

function refuseUnresolved(run: RunState | undefined, { httpRegion }: ProcessorContext): void {
  const names = new Set(
    run?.unresolved.filter(({ region }) => region === httpRegion).map((one) => one.expression),
  );
  if (names.size === 0) return;
  const signIn = [...names].find((name) => /^\$(?:aad(?:V2)?|oidcAccess)Token\b/.test(name));
  if (signIn !== undefined)
    throw notRun(phrase('`{0}` signs in by REST Client itself: put a token in its place.', signIn));
  const list = [...names].map((name) => `{{${name}}}`).join(', ');
  throw new Refusal(
    'UNRESOLVED_VARIABLE',
    names.size === 1 ? phrase('{0} has no value.', list) : phrase('{0} have no value.', list),
  );
}
