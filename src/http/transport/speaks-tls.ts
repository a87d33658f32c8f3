import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** Milliseconds that the handshake may take: the server is known to be there. */
const patience = 1500;

/**
 * Whether a port speaks TLS, where a plain request to it was broken off: tries a handshake, sends nothing in it, trusts
 * nothing of it and hangs up. Undefined where that does not tell, or the exchange was cancelled.
 */
export function speaksTls(host: string, port: number, signal: AbortSignal): Promise<boolean | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((settle) => {
    const socket = connect({
      host,
      port,
      ...(isIP(host) ? {} : { servername: host }),
      rejectUnauthorized: false,
    });
    const finish = (answer: boolean | undefined): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      settle(answer);
    };
    const onAbort = (): void => finish(undefined);
    signal.addEventListener('abort', onAbort);
    const timer = setTimeout(() => finish(undefined), patience);
    socket.once('secureConnect', () => finish(true));
    // An alert is TLS too: a server that wants a client certificate, or another version.
    socket.on('error', ({ code }: NodeJS.ErrnoException) => finish(/ALERT/.test(code ?? '')));
    socket.once('close', () => finish(false));
  });
}
