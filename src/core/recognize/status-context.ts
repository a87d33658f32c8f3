import { phrasesOf, reasonPhrases } from './reason-phrases';

export interface StatusPlace {
  readonly start: number;
  readonly end: number;
  readonly status: number;
}

/** Characters of context that a rule may look at. */
const before = 80;
const after = 60;

const number = /(?<![\w.,$€£#:/-])[1-5]\d\d(?![\w]|[.,:]\d|%|\s?(?:ms|px|kb|mb|gb|s|rows|items|bytes)\b)/gi;
const looseNumber = /(?<![\w.,$])[1-5]\d\d(?![\w]|\.\d|%)/g;

/** Names of things that hold a status: `status`, `statusCode`, `http_status`, `res.status`, `response.code`. */
const holder = String.raw`(?:(?:http[ _-]?|response[ _-]?|resp\.|res\.|response\.|r\.|err(?:or)?\.)?status(?:[ _-]?code)?|http[ _-]?(?:code|error)|response[ _-]?code|statusCode\(\)|getStatusCode\(\)|\.code(?:\(\))?)`;

/** What stands before a status. Each ends where the number begins. */
const leading: readonly RegExp[] = [
  // status: 429 · "statusCode": 429 · status_code == 429 · res.status !== 401 · status=502 · status is 404 · status in (429, 503
  new RegExp(
    String.raw`(?<![\w])${holder}["'\`\])]*\s*(?:[:=!<>]=?=?|=>|->|\bis\b|\bwas\b|\bnot\b|\bof\b|\bin\b|,|\s)\s*["'(\[{]*$`,
    'i',
  ),
  // HTTP/1.1 429 · HTTP/2 401 · HTTP/1.1" 404
  /\bHTTP\/\d(?:\.\d)?["']?\s+$/i,
  // HTTP 503 · HTTP Error 503 · HTTP status 503 · (HTTP 401
  /\bHTTP(?:[ -]?(?:error|status|code|response))*[:\s]\s*$/i,
  // failed with status code 429 · returned 503 · responded with a 401 · got 404 · received HTTP 500
  /\b(?:status(?: code)?|returned(?: an?| error)?|returns(?: an?)?|respond(?:ed|s)? with(?: an?)?|answered(?: with)?|replied(?: with)?|got(?: an?)?|received(?: an?)?|failed with)\s*:?\s+$/i,
  // curl: (22) The requested URL returned error: 404
  /returned error:\s*$/i,
  // res.status(429) · sendStatus(404) · abort(404) · WriteHeader(404) · Status(502) · HTTPException(404 · status_code=404
  /(?:\b|\.)(?:status|sendStatus|setStatus|writeHead|WriteHeader|abort|StatusCode|HTTPException|HttpException|withStatus|Status|http_response_code|head|toHaveStatus|respond_with|status_code)\(\s*$/,
  // http.Error(w, "…", 404
  /\bhttp\.Error\([^)]*,\s*$/,
];

/** What stands after a status: ` Client Error`, ` Server Error`. Reason phrases are looked up. */
const trailing = /^\s+(?:client error|server error)\b/i;

/** How long a list of statuses may be, in characters to each side of one. */
const setReach = 200;
const setOfNumbers =
  /(?:status|retry|retriable|retryable|http|code|forcelist)\w*["']?\s*[:=(]?\s*(?:new )?(?:set|frozenset|Set)?\s*(?:of)?[([{<\s]*$/i;

/** Every status between two offsets: numbers that their context makes statuses, never bare ones. */
export function statusesIn(text: string, from: number, to: number, languageId: string): StatusPlace[] {
  const window = text.slice(from, to);
  const places: StatusPlace[] = [];
  for (const match of window.matchAll(looseNumber)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isStatus(window, start, end, languageId)) {
      places.push({ start: from + start, end: from + end, status: Number(match[0]) });
    }
  }
  return places;
}

function isStatus(line: string, start: number, end: number, languageId: string): boolean {
  const left = line.slice(Math.max(0, start - before), start);
  const right = line.slice(end, end + after);
  const status = Number(line.slice(start, end));
  if (followsReason(status, right) || trailing.test(right)) return true;
  number.lastIndex = start;
  if (number.exec(line)?.index !== start) return false;
  return (
    leading.some((rule) => rule.test(left)) ||
    isCaseLabel(left, right, status) ||
    isResponseKey(left, right, languageId) ||
    isInSetOfStatuses(line, start)
  );
}

function followsReason(status: number, right: string): boolean {
  const words = right.replace(/^["')\]:,\s-]+/, '').toLowerCase();
  return phrasesOf(status).some((phrase) => words.startsWith(phrase.toLowerCase()));
}

/** `case 429:` and `429 =>`; success classes are too often something else. */
function isCaseLabel(left: string, right: string, status: number): boolean {
  if (!reasonPhrases.has(status) || status < 400) return false;
  return (
    (/\b(?:case|when)\s+(?:\d{3}\s*[,|]\s*)*$/.test(left) && /^\s*(?:[:,|]|->|=>|then|$)/.test(right)) ||
    /^\s*=>\s/.test(right)
  );
}

/** OpenAPI's `'404':` on a line of its own. */
function isResponseKey(left: string, right: string, languageId: string): boolean {
  if (languageId !== 'yaml' && languageId !== 'json') return false;
  return /^\s*["']?$/.test(left.slice(left.lastIndexOf('\n') + 1)) && /^["']?:\s*(?:$|\{|\r?\n)/.test(right);
}

/** `RETRYABLE_STATUS = {429, 502, 503}`: a list of nothing but registered statuses, named for it. */
function isInSetOfStatuses(line: string, start: number): boolean {
  const near = line.slice(Math.max(0, start - setReach), start);
  const opened = Math.max(near.lastIndexOf('['), near.lastIndexOf('{'), near.lastIndexOf('('));
  if (opened < 0) return false;
  const open = start - near.length + opened;
  const close = line.slice(start, start + setReach).search(/[\]})]/);
  const content = line.slice(open + 1, start + (close < 0 ? setReach : close));
  const numbers = content
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (numbers.length < 2 || !numbers.every((part) => /^\d{3}$/.test(part) && reasonPhrases.has(Number(part))))
    return false;
  return setOfNumbers.test(line.slice(Math.max(0, open - before), open));
}
