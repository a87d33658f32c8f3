import type { HealthCheck } from '../../core/health/health-checks';
import { defaultLimits, type Transmission, type Transport } from '../../http/transport/transport';

/** Milliseconds that a healthy API may take. */
const patience = 15_000;

/** Sends one check. A redirect is an answer like any other: it is not followed. */
export function sendCheck(
  { method, url, headers, body }: HealthCheck,
  transport: Transport,
  signal: AbortSignal,
): Promise<Transmission> {
  const request = {
    method,
    url,
    headers,
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
    followRedirects: false,
    verifyCertificate: true,
  };
  const limits = { ...defaultLimits, timeoutMs: patience, totalMs: patience };
  return transport(request, { signal, limits });
}
