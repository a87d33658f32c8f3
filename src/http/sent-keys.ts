import { createHash } from 'node:crypto';
import type { EarlierRequest } from '../core/exchange/earlier-request';
import type { Exchange } from '../core/exchange/exchange';
import { idempotencyKeyOf } from '../core/exchange/readings/idempotency-key';

interface Sent extends Omit<EarlierRequest, 'sameBody' | 'sameUrl'> {
  readonly body: string;
  readonly url: string;
}

/** Uses of one key, and keys, that are remembered: the oldest are forgotten. */
const mostUses = 20;
const mostKeys = 500;

/** Which idempotency keys went out with what, in memory only; keys and bodies are kept as digests. */
export class SentKeys {
  private readonly uses = new Map<string, readonly Sent[]>();

  /** Remembers an exchange; answers how its key was used before, the latest first. */
  record({ request, startedAt, outcome }: Exchange): EarlierRequest[] {
    const key = idempotencyKeyOf(request);
    // A key is unique for a server, not for the world.
    if (!key || !URL.canParse(request.url)) return [];
    const name = digest(`${new URL(request.url).origin} ${key.value}`);
    const before = this.uses.get(name) ?? [];
    const body = digest(request.body?.text ?? '');
    const { method } = request;
    const { pathname: path } = new URL(request.url);
    const url = digest(request.url);
    const status = outcome.kind === 'response' ? { status: outcome.status } : {};
    this.uses.delete(name);
    this.uses.set(name, [{ startedAt, method, path, url, body, ...status }, ...before].slice(0, mostUses));
    if (this.uses.size > mostKeys) this.uses.delete(this.uses.keys().next().value as string);
    return before.map(({ body: itsBody, url: itsUrl, ...sent }) => ({
      ...sent,
      sameBody: itsBody === body,
      sameUrl: itsUrl === url,
    }));
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
