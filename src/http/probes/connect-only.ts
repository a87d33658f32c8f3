import * as net from 'node:net';
import * as tls from 'node:tls';
import type { Connection } from '../../core/exchange/exchange';
import type { ConnectionResult } from '../../core/probes/probe';
import { readTlsFacts } from '../transport/certificates';
import { toFailure } from '../transport/failure';

export interface ConnectOptions {
  readonly host: string;
  readonly port: number;
  /** Shake hands, and take whatever certificate comes: it is looked at, and nothing is sent. */
  readonly tls: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Opens a connection, looks at it and closes it. Rejects only with the signal's reason; no socket is left behind. */
export function connectOnly({
  host,
  port,
  tls: secure,
  timeoutMs,
  signal,
}: ConnectOptions): Promise<ConnectionResult> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const servername = net.isIP(host) ? {} : { servername: host };
    const socket = secure
      ? tls.connect({ host, port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'], ...servername })
      : net.connect({ host, port });
    const end = (result: ConnectionResult): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(result);
    };
    const abort = (): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    // For everything together: a handshake that trickles in is never silent.
    const timer = setTimeout(
      () => end({ failure: { ...timedOut, phase: socket.connecting ? 'connect' : 'tls' } }),
      timeoutMs,
    );
    socket.on('error', (error) => end({ failure: toFailure(error, 'connect') }));
    socket.once(secure ? 'secureConnect' : 'connect', () => end({ connection: connectionOf(socket) }));
  });
}

const timedOut = { code: 'ETIMEDOUT', message: 'The time is up.', chain: [] } as const;

const connectionOf = (socket: net.Socket): Connection => ({
  remoteAddress: socket.remoteAddress,
  remotePort: socket.remotePort,
  family: socket.remoteFamily === 'IPv6' ? 6 : 4,
  ...(socket instanceof tls.TLSSocket ? { tls: readTlsFacts(socket) } : {}),
});
