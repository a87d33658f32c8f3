import type { HeaderField } from '../exchange/exchange';
import { asText, isObject, own } from '../exchange/readings/json-path';
import { headerSection } from './fields-around';

/** An answer, or a part of one, that a text quotes around a place: in a log, a test, a terminal, a JSON file. */
export interface QuotedAnswer {
  /** Objects of JSON that hold the place, the outermost first, each as JSON. */
  readonly bodies: readonly string[];
  readonly headers: readonly HeaderField[];
}

/** How far from the place a body may begin and end, in characters, and how deep the place may be nested. */
const reach = 6000;
const deepest = 8;

/** What stands around `start`: the JSON that holds it, also as text in a JSON string, and header fields beside that. */
export function quotedAnswer(text: string, start: number): QuotedAnswer {
  const objects = openers(text, start).flatMap((at) => objectAt(text, at));
  const [outermost] = objects;
  return {
    bodies: objects.map(({ json }) => JSON.stringify(json)),
    headers: [
      ...headerSection(text, outermost?.start ?? start),
      ...objects.flatMap(({ json }) => namedHeaders(json)),
      ...pairsInLine(text, start),
    ],
  };
}

/** Where the objects begin that a place stands in, the outermost first. */
function openers(text: string, place: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = place - 1; at >= Math.max(0, place - reach) && found.length < deepest; at--) {
    if (text[at] === '}') depth++;
    else if (text[at] === '{' && depth-- === 0) {
      found.unshift(at);
      depth = 0;
    }
  }
  return found;
}

/** The object that begins at `start`, if it is JSON or JSON in a string of JSON. */
function objectAt(text: string, start: number): { start: number; json: object }[] {
  let quoted = text.slice(start, closerAfter(text, start));
  for (let level = 0; level < 3; level++) {
    const json = parsed(quoted);
    if (isObject(json)) return [{ start, json }];
    const unescaped = parsed(`"${quoted}"`);
    if (typeof unescaped !== 'string' || unescaped === quoted) break;
    quoted = unescaped;
  }
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Brackets inside strings come in pairs nearly always; where they do not, nothing is read. */
function closerAfter(text: string, start: number): number {
  const to = Math.min(text.length, start + 2 * reach);
  let depth = 0;
  for (let at = start; at < to; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return to;
}

/** `headers: { … }` of a record that a log holds. */
function namedHeaders(json: object): HeaderField[] {
  const headers = own(json, 'headers') ?? own(json, 'response_headers') ?? own(json, 'responseHeaders');
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]): HeaderField[] => {
    const said = asText(Array.isArray(value) ? value[0] : value);
    return said === undefined ? [] : [[name, said]];
  });
}

/** How far a pair may stand from the place in its line. */
const besides = 400;
const pair =
  /(?<![\w-])((?:x-)?(?:request|trace|correlation)[-_ ]?id|retry[-_ ]?after)["']?(?:=|\s*:\s*)["']?([\w.:+/-]{1,80})/gi;

/** `request_id=…` and `retry_after=…` as logs write them, by the names that the header fields have. */
function pairsInLine(text: string, start: number): HeaderField[] {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - besides);
  const end = text.indexOf('\n', start);
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, start + besides));
  return [...line.matchAll(pair)].map(([, name = '', value = '']) => {
    const kind = name.toLowerCase().replace(/^x-/, '');
    const field = kind.startsWith('retry') ? 'Retry-After' : `X-${kind.split(/[-_ ]?id/)[0]}-Id`;
    return [field, value.replace(/[.:]+$/, '')] as const;
  });
}
