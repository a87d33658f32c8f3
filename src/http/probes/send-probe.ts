import type { Exchange } from '../../core/exchange/exchange';
import type { ConnectionResult, ProbeTarget } from '../../core/probes/probe';
import { send } from '../transport/send';
import type { Limits, Transport } from '../transport/transport';
import { connectOnly } from './connect-only';

export interface ProbeOptions {
  readonly signal: AbortSignal;
  readonly limits: Limits;
  /** False where the author of the request asked for it, and it was sent so. */
  readonly verifyCertificate: boolean;
  readonly transport?: Transport;
}

export type ProbeAnswer =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | ({ readonly kind: 'connection' } & ConnectionResult);

/**
 * Sends a probe, once, and follows no redirect: what it carries goes to the server that was shown to the user and to no
 * other. Rejects only with the signal's reason.
 */
export async function sendProbe(
  target: ProbeTarget,
  { signal, limits, verifyCertificate, transport = send }: ProbeOptions,
): Promise<ProbeAnswer> {
  if (target.kind === 'connection') {
    const { host, port, tls } = target;
    return {
      kind: 'connection',
      ...(await connectOnly({ host, port, tls, timeoutMs: limits.timeoutMs, signal })),
    };
  }
  const { method, url, headers, body } = target;
  const request = {
    method,
    url,
    headers,
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
    followRedirects: false,
    verifyCertificate,
  };
  return { kind: 'exchange', exchange: await transport(request, { signal, limits }) };
}
