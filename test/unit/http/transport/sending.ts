import { send } from '../../../../src/http/transport/send';
import {
  defaultLimits,
  type Limits,
  type OutgoingRequest,
  type Transmission,
} from '../../../../src/http/transport/transport';

/** Sends a GET, or what `request` makes of it, with limits that suit a test. */
export const transmit = (
  request: Partial<OutgoingRequest> & { url: string },
  limits: Partial<Limits> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Transmission> =>
  send(
    { method: 'GET', headers: [], followRedirects: true, verifyCertificate: true, ...request },
    { signal, limits: { ...defaultLimits, ...limits } },
  );

export function responseOf({ outcome }: Transmission) {
  if (outcome.kind === 'response') return outcome;
  throw new Error(`no response but ${outcome.code}: ${outcome.message}`);
}

export function failureOf({ outcome }: Transmission) {
  if (outcome.kind === 'failure') return outcome;
  throw new Error(`no failure but ${outcome.status}`);
}
