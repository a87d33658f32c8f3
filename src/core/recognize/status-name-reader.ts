import { statusNamesIn } from './status-names';
import type { StatusPlace } from './status/statuses-in';
import { type Word, wordsOf } from './words';

/** Words beside which a status may be written as a name; see the contexts of `statusNamesIn`. */
const triggers: ReadonlySet<number> = new Set(
  wordsOf(
    `httpstatus http_status httpstatuscode http_status_code httpstatuscodes httpstatus_codes http_statuscode status_code
    status_codes statuscode statuscodes httpresponsestatus http_status_codes response status http nethttp stdhttp gohttp
    fasthttp fiber iris codes head have_http_status put_status send_resp abort`,
  ).map(({ hash }) => hash),
);

/** Whether a status may be written as a name at a word, or right after it. */
export function mayNameStatus(text: string, { start, end, hash }: Word): boolean {
  const first = text.charCodeAt(start);
  // HTTP_404_NOT_FOUND, SC_NOT_FOUND
  if (first === 72 && text.charCodeAt(start + 4) === 95 && text.charCodeAt(start + 1) === 84) return true;
  if (first === 83 && text.charCodeAt(start + 2) === 95 && text.charCodeAt(start + 1) === 67) return true;
  if (!triggers.has(hash)) return false;
  const next = text.charCodeAt(end);
  // . : ( or a space, with a name, a colon or a dot behind it
  if (next === 46) return isLetter(text.charCodeAt(end + 1));
  if (next === 58 || next === 40 || next === 32) return namedBehind.test(text.slice(end, end + 40));
  return false;
}

const namedBehind = /^(?:::[A-Z]|(?::\s?|\s=>\s?|\(|[ (])(?:\w{1,30},\s?)?[:.][A-Za-z])/;

const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);

/** Characters around a trigger that are looked at; a name is shorter. */
const before = 60;
const after = 140;

/** Reads the statuses that are written as names near words that hint at them, each once. */
export class StatusNameReader {
  private readTo: number;

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
  ) {
    this.readTo = from;
  }

  read({ start }: Word): StatusPlace[] {
    if (start < this.readTo) return [];
    const { text } = this;
    const end = Math.min(this.to, start + after);
    const found = statusNamesIn(text, Math.max(0, start - before), end).filter(
      (place) => place.start >= this.readTo,
    );
    const places = found.filter((place) => place.end < end || end === this.to);
    this.readTo = Math.max(start + 1, ...places.map((place) => place.end));
    return places.filter((place) => place.start >= start - before);
  }
}
