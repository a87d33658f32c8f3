import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';
import type { Body } from '../../core/exchange/exchange';

export interface DecodedContent {
  readonly bytes: Uint8Array;
  readonly capped: boolean;
  /** Why a content coding could not be undone: zlib's code, or the coding's name; `bytes` are then as they came. */
  readonly codingError?: string;
}

/** More than anybody applies in earnest: each further one costs up to the whole limit again. */
const mostCodings = 5;

/**
 * Undoes content codings (RFC 9110 §8.4), last applied first, and keeps at most `limit` bytes: a small answer that
 * unpacks to gigabytes costs no more than that. What can be read of a truncated answer is read.
 */
export async function decodeContent(
  received: Uint8Array,
  contentEncoding: string | undefined,
  limit: number,
): Promise<DecodedContent> {
  let bytes = received;
  let capped = false;
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding && coding !== 'identity')
    .reverse();
  if (codings.length > mostCodings) return { bytes, capped, codingError: `${codings.length} codings` };
  for (const coding of codings) {
    if (bytes.length === 0) break;
    const decoder = createDecoder(coding, bytes);
    if (!decoder) return { bytes, capped, codingError: coding };
    const result = await pump(decoder, bytes, limit);
    if (result.error && result.bytes.length === 0) return { bytes, capped, codingError: result.error };
    bytes = result.bytes;
    capped ||= result.capped;
  }
  return { bytes, capped };
}

function createDecoder(coding: string, bytes: Uint8Array): Transform | undefined {
  const flush = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(flush);
    case 'deflate':
      // Meant is zlib's format; some servers send bare deflate.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate(flush) : zlib.createInflateRaw(flush);
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd': {
      const create = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress;
      return create?.();
    }
    default:
      return undefined;
  }
}

function pump(
  decoder: Transform,
  input: Uint8Array,
  limit: number,
): Promise<{ bytes: Uint8Array; capped: boolean; error?: string }> {
  return new Promise((resolve) => {
    const kept: Buffer[] = [];
    let size = 0;
    const finish = (capped: boolean, error?: string): void => {
      decoder.destroy();
      resolve({ bytes: Buffer.concat(kept), capped, error });
    };
    decoder.on('data', (chunk: Buffer) => {
      const room = limit - size;
      if (chunk.length > room) {
        kept.push(chunk.subarray(0, room));
        finish(true);
      } else {
        kept.push(chunk);
        size += chunk.length;
      }
    });
    decoder.on('end', () => finish(false));
    decoder.on('error', (error: NodeJS.ErrnoException) => finish(false, error.code ?? error.message));
    decoder.end(input);
  });
}

/** Text by the charset of a Content-Type, UTF-8 where it names none or one that is not known. */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A request's body as data, its text kept to `limit` bytes. */
export function toSentBody(bytes: Uint8Array, contentType: string | undefined, limit: number): Body {
  const capped = bytes.length > limit;
  // Decoding leaves a byte order mark out, and some servers refuse it.
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
  return {
    text: mark + decodeText(capped ? bytes.subarray(0, limit) : bytes, contentType),
    size: bytes.length,
    ...(capped ? { capped } : {}),
  };
}
