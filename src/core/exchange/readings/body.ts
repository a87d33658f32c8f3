import type { Body } from '../exchange';
import { isJsonType, isXmlType, mediaTypeOf } from './media-type';

/** A body by what it really is, which may differ from what Content-Type says. */
export interface BodyReading {
  /** `large`: too large to be parsed within our time. `broken-json`: meant to be JSON, and is not. */
  readonly kind: 'none' | 'json' | 'broken-json' | 'html' | 'xml' | 'form' | 'multipart' | 'text' | 'large';
  readonly text: string;
  readonly mediaType: string | undefined;
  /** The value, where `kind` is `json`. */
  readonly json?: unknown;
}

/** Characters; JSON.parse needs some 5 ms for a million. */
const parseLimit = 2_000_000;

/** More brackets than data begins with: V8 builds them all before it finds that none is closed. */
const tooDeep = /^[\s\uFEFF]*(?:\[\s*){1000}/;

/** What a body is by its content and its media type; JSON is parsed where it is not too large. */
export function readBody(body: Body | undefined, contentType: string | undefined): BodyReading {
  const mediaType = mediaTypeOf(contentType);
  const text = body?.text ?? '';
  const start = /[^\s\uFEFF]/.exec(text.slice(0, 4096))?.[0];
  if (start === undefined && text.length <= 4096) return { kind: 'none', text, mediaType };
  if (text.length > parseLimit || tooDeep.test(text.slice(0, 8192)))
    return { kind: 'large', text, mediaType };
  if (mediaType === 'multipart/form-data') return { kind: 'multipart', text, mediaType };
  if (isJsonType(mediaType) || start === '{' || start === '[') {
    const json = parseJson(text);
    if (json !== undefined) return { kind: 'json', text, mediaType, json };
    if (start === '<') return { kind: markupKind(text, mediaType), text, mediaType };
    if (isJsonType(mediaType)) return { kind: 'broken-json', text, mediaType };
  }
  if (start === '<') return { kind: markupKind(text, mediaType), text, mediaType };
  if (mediaType === 'application/x-www-form-urlencoded') return { kind: 'form', text, mediaType };
  // `{"a": …` and `[{…` are JSON gone wrong; `[2026-11-20] worker …` and `{name}` are just text.
  if (/^[\s\uFEFF]*(?:\{\s*"|\[\s*[{["\]])/.test(text.slice(0, 4096)))
    return { kind: 'broken-json', text, mediaType };
  return { kind: 'text', text, mediaType };
}

/** The value, or undefined where the text is not JSON (JSON itself has no undefined). */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function markupKind(text: string, mediaType: string | undefined): 'html' | 'xml' {
  const head = text.slice(0, 2048);
  if (/^\s*<\?xml/i.test(head) && !/<html/i.test(head)) return 'xml';
  if (/<(?:!doctype\s+html|html|head|body|title|h1|center)\b/i.test(head)) return 'html';
  return mediaType === 'text/html' && !isXmlType(mediaType) ? 'html' : 'xml';
}
