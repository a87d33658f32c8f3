import type { Request } from 'got';
import { TimeoutError } from 'got';
import type { Limits } from './transport';

export interface Received {
  /** The kept part as it came, content codings not undone. */
  readonly bytes: Uint8Array;
  /** Bytes that were counted on the wire. */
  readonly size: number;
  readonly capped: boolean;
  readonly truncated: boolean;
  /** It was truncated because nothing more came in time. */
  readonly stalled: boolean;
}

/**
 * Reads an answer's body: keeps the first part, counts the rest up to a bound, then closes the connection. A body
 * that breaks off is still an answer. Rejects only where the exchange was cancelled, or where bytes that are no HTTP
 * followed the body (`isComplete`): what came then is lost to any client that is built like this one.
 */
export function receive(stream: Request, limits: Limits, isComplete: () => boolean): Promise<Received> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = [];
    let size = 0;
    let keptSize = 0;
    const finish = (end: { truncated: boolean; stalled: boolean }): void => {
      resolve({ bytes: Buffer.concat(kept), size, capped: size > keptSize, ...end });
      stream.destroy();
    };
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      const part = chunk.subarray(0, Math.max(0, limits.maxBodyBytes - keptSize));
      if (part.length > 0) {
        kept.push(part);
        keptSize += part.length;
      }
      if (size > limits.maxCountedBytes) finish({ truncated: false, stalled: false });
    });
    stream.once('end', () => finish({ truncated: false, stalled: false }));
    stream.on('error', (error: Error & { code?: unknown }) => {
      const code = String(error.code);
      // What breaks the rules of HTTP is no end that came too early, which has a code of its own.
      const isMalformed = code.startsWith('HPE_') && (isComplete() || code !== 'HPE_INVALID_EOF_STATE');
      if (code === 'ERR_ABORTED' || isMalformed) reject(error);
      else finish({ truncated: true, stalled: error instanceof TimeoutError });
    });
  });
}
