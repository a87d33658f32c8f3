import { connect } from 'node:net';
import type { Failure } from '../../core/exchange/exchange';

/** Milliseconds that the connection may take: this machine answers at once. */
const patience = 500;

/**
 * Whether the other loopback address (`127.0.0.1`, `::1`) takes a connection to the port, where one of them was tried
 * alone and refused: servers bind to one, and `localhost` may mean the other. No data is sent. Nothing where both were
 * tried, where another host was meant, or where it cannot be told.
 */
export async function otherLoopback(
  url: URL,
  failure: Failure,
  signal: AbortSignal,
): Promise<Pick<Failure, 'otherLoopback'>> {
  const isLoopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!isLoopback || failure.code !== 'ECONNREFUSED' || signal.aborted) return {};
  const tried = new Set(failure.chain.flatMap(({ address }) => address ?? []));
  const others = ['127.0.0.1', '::1'].filter((address) => !tried.has(address));
  const [address] = others;
  if (address === undefined || others.length > 1) return {};
  const listens = await takesConnection(
    address,
    Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    signal,
  );
  return listens === undefined ? {} : { otherLoopback: { address, listens } };
}

function takesConnection(host: string, port: number, signal: AbortSignal): Promise<boolean | undefined> {
  return new Promise((settle) => {
    const socket = connect({ host, port });
    const finish = (answer: boolean | undefined): void => {
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      settle(answer);
    };
    const onAbort = (): void => finish(undefined);
    signal.addEventListener('abort', onAbort);
    socket.setTimeout(patience, () => finish(undefined));
    socket.once('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}
