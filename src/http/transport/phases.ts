import { isIP } from 'node:net';
import type { Phase, Timings } from '../../core/exchange/exchange';

/** Points in time as `http-timer` records them, milliseconds since the epoch. */
export interface Moments {
  readonly start?: number;
  readonly socket?: number;
  readonly lookup?: number;
  readonly connect?: number;
  readonly secureConnect?: number;
  readonly upload?: number;
  readonly response?: number;
}

interface Span {
  readonly phase: Phase;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/**
 * How long each phase of one hop took, and the phase it was in at `now`: the last one that began.
 * A phase that did not take place is absent.
 */
export function readPhases(moments: Moments, url: URL, now: number): { timings: Timings; current: Phase } {
  const secure = url.protocol === 'https:';
  const start = moments.start ?? now;
  const socket = moments.socket ?? moments.start;
  // No name, no lookup.
  const lookup = isIP(url.hostname.replace(/^\[|\]$/g, '')) ? socket : (moments.lookup ?? moments.connect);
  // A handshake that was over before it could be watched (a proxy's tunnel) took no time of its own.
  const unwatched = moments.response === undefined ? undefined : moments.connect;
  const ready = secure ? (moments.secureConnect ?? unwatched) : moments.connect;
  // A TLS socket takes the bytes before its handshake is done, but sends them after.
  const uploaded =
    ready === undefined || moments.upload === undefined ? undefined : Math.max(moments.upload, ready);
  // A server may answer before it has read everything.
  const sent = uploaded ?? moments.response;
  const spans: Span[] = [
    { phase: 'dns', from: socket, to: lookup },
    { phase: 'connect', from: lookup, to: moments.connect },
    ...(secure ? [{ phase: 'tls', from: moments.connect, to: ready } as const] : []),
    { phase: 'send', from: ready, to: sent },
    { phase: 'wait', from: sent, to: moments.response },
    { phase: 'receive', from: moments.response, to: undefined },
  ];
  const timings: Partial<Record<Phase, number>> = {};
  let current: Phase = 'dns';
  for (const { phase, from, to } of spans) {
    if (from === undefined) break;
    timings[phase] = Math.max(0, (to ?? now) - from);
    current = phase;
    if (to === undefined) break;
  }
  return { timings: { ...timings, total: Math.max(0, now - start) }, current };
}

/** The timings of several hops as one. */
export function addTimings(hops: readonly Timings[], total: number): Timings {
  const sum: Partial<Record<Phase, number>> = {};
  for (const { total: _total, ...phases } of hops) {
    for (const [phase, duration] of Object.entries(phases)) {
      sum[phase as Phase] = (sum[phase as Phase] ?? 0) + duration;
    }
  }
  return { ...sum, total };
}
