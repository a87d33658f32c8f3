import { statusNamesIn } from './status-names';
import type { StatusPlace } from './status/statuses-in';
import { type Word, wordsOf } from './words';

const hashes = (words: string): ReadonlySet<number> => new Set(wordsOf(words).map(({ hash }) => hash));

/** Words before a name: `HttpStatus.`, `StatusCode::`; see the contexts of `statusNamesIn`. */
const types =
  hashes(`httpstatus http_status httpstatuscode http_status_code httpstatuscodes httpstatus_codes codes
  http_statuscode status_code status_codes statuscode statuscodes httpresponsestatus http_status_codes`);
/** Packages and classes before `.Status…`. */
const owners = hashes('http nethttp stdhttp gohttp fasthttp fiber iris response');
/** What takes a name as an argument or value: `status: :gone`, `head :no_content`, `Abort(.notFound)`. */
const takers = hashes('status head have_http_status put_status send_resp abort expectstatus');

/** All of these words. */
export const statusHints: ReadonlySet<number> = new Set([...types, ...owners, ...takers]);

/** Tells most words that name no status by themselves alone; see `hintsAtStatus`. */
export function mayHintAtStatus(text: string, start: number, initial: number): boolean {
  // HTTP_404_NOT_FOUND, SC_NOT_FOUND
  if (initial === 104) return text.charCodeAt(start + 4) === 95;
  return initial === 115 && text.charCodeAt(start + 2) === 95;
}

/** Whether a status may be written as a name at a word, or right after it. */
function hintsAtStatus(text: string, { start, end, hash }: Word): boolean {
  const first = text.charCodeAt(start);
  if (first === 72 && text.charCodeAt(start + 4) === 95 && text.charCodeAt(start + 1) === 84) return true;
  if (first === 83 && text.charCodeAt(start + 2) === 95 && text.charCodeAt(start + 1) === 67) return true;
  if (!statusHints.has(hash)) return false;
  const next = text.charCodeAt(end);
  if (next === 46) return types.has(hash) || (owners.has(hash) && text.startsWith('Status', end + 1));
  if (next === 58 && text.charCodeAt(end + 1) === 58) return types.has(hash) || owners.has(hash);
  if (next !== 58 && next !== 40 && next !== 32) return false;
  return takers.has(hash) && argument.test(text.slice(end, end + 40));
}

const argument = /^\(\)\.is[A-Z]|^(?::\s?|\s=>\s?|\(|[ (])(?:\w{1,30},\s?)?[:.][A-Za-z]/;

/** Characters around a trigger that are looked at; a name is shorter. */
const before = 60;
const after = 140;

const none: readonly StatusPlace[] = [];

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

  /** The statuses that are named at a word or right after it. */
  read(word: Word): readonly StatusPlace[] {
    const { text } = this;
    const { start } = word;
    if (!hintsAtStatus(text, word) || start < this.readTo) return none;
    const end = Math.min(this.to, start + after);
    const found = statusNamesIn(text, Math.max(0, start - before), end).filter(
      (place) => place.start >= this.readTo,
    );
    const places = found.filter((place) => place.end < end || end === this.to);
    this.readTo = Math.max(start + 1, ...places.map((place) => place.end));
    return places.filter((place) => place.start >= start - before);
  }
}
