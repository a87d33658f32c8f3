import { jwtDecode } from 'jwt-decode';
import { isObject } from '../exchange/readings/json-path';

/** Characters of the longest token that is read. */
const longest = 16_384;
/** Header, payload and signature of a JWS (RFC 7515 §3.1; empty where `alg` is none), or the five parts of a JWE. */
const compact = /^eyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*){1,3}/;

/** Every header begins with `{"`, which is `eyJ` in base64url; within a token it begins the payload as well. */
export const mayBeginToken = (text: string, start: number): boolean =>
  text.charCodeAt(start) === 101 &&
  text.charCodeAt(start + 1) === 121 &&
  text.charCodeAt(start + 2) === 74 &&
  !isTokenCode(text.charCodeAt(start - 1));

/** Finds tokens in one text; a log repeats the header of its tokens, which is decoded once. */
export class TokenReader {
  private header = '';
  private isHeader = false;

  constructor(private readonly text: string) {}

  /** The JSON Web Token (RFC 7519) that begins at `start`; nothing where its header is no header. */
  from(start: number): { start: number; end: number } | undefined {
    const token = compact.exec(this.text.slice(start, start + longest))?.[0];
    if (token === undefined) return undefined;
    const header = token.slice(0, token.indexOf('.'));
    if (header !== this.header) {
      this.header = header;
      this.isHeader = namesAlgorithm(header);
    }
    return this.isHeader ? { start, end: start + token.length } : undefined;
  }
}

/** The token that an offset lies in, however far before it the token begins. */
export function tokenAround(text: string, offset: number): { start: number; end: number } | undefined {
  const farthest = Math.max(0, offset - longest);
  let start = offset;
  while (start > farthest && isTokenCode(text.charCodeAt(start - 1))) start--;
  const begins = text.slice(start, offset + 3).indexOf('eyJ');
  const token = begins < 0 ? undefined : new TokenReader(text).from(start + begins);
  return token && token.end >= offset ? token : undefined;
}

function namesAlgorithm(token: string): boolean {
  try {
    const header: unknown = jwtDecode(token, { header: true });
    return isObject(header) && typeof header['alg'] === 'string';
  } catch {
    return false;
  }
}

const isTokenCode = (code: number): boolean =>
  (code > 96 && code < 123) ||
  (code > 64 && code < 91) ||
  (code > 47 && code < 58) ||
  code === 95 ||
  code === 45 ||
  code === 46;
