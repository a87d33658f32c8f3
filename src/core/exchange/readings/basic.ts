import type { Reading } from '../reading';
import type { Credential } from './credentials';

/** What the credential of the scheme Basic holds (RFC 7617 §2), which is `user:password` in base64. */
export interface BasicReading {
  readonly credential: Credential;
  /** The base64 decodes; `undefined` members where it does not. */
  readonly isBase64: boolean;
  /** Parts of the decoded text; `password` is absent where it has no colon. */
  readonly user?: string;
  readonly password?: string;
  /** Only characters that every charset writes alike. */
  readonly isAscii?: boolean;
}

/** The request's Basic credential, unless there is none. */
export function readBasic({ credentials }: Reading): BasicReading | undefined {
  const credential = credentials.find(({ scheme }) => /^basic:?$/i.test(scheme ?? ''));
  if (!credential || credential.token === '') return undefined;
  const bytes = decode(credential.token.slice(0, 65_536));
  if (bytes === undefined) return { credential, isBase64: false };
  const colon = bytes.indexOf(':');
  return {
    credential,
    isBase64: true,
    isAscii: !/[\u0080-\u00FF]/.test(bytes),
    ...(colon < 0 ? { user: bytes } : { user: bytes.slice(0, colon), password: bytes.slice(colon + 1) }),
  };
}

/** One character a byte: which charset they are in is for the server to guess. */
function decode(token: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(token) || token.replace(/=+$/, '').length % 4 === 1) return undefined;
  try {
    return atob(token);
  } catch {
    return undefined;
  }
}
