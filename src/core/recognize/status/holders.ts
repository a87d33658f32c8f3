import { phrasesOf } from '../reason-phrases';
import { distinctive } from './known-statuses';
import { isProgram, type NumberPlace } from './number-place';
import { remembered } from './remembered';
import { type StatusRule, words } from './rule';

/** What may stand before `status` in a name of a response's status. `orderStatus` and `exitStatus` hold other things. */
const beforeStatus = new Set([
  '',
  ...words(`http https response resp res reply api upstream downstream origin originresponse edgeresponse edge elb target
  backend server client sc expected actual mock stub last final return returned error err deny limitreq limitconn get
  request req proxy webhook upstreamresponse rt is has want with raw downstreamresponse success failure retry redirect
  retryable limit authrequest cacheresponse statuscodeand clienterror servererror`),
]);

/** What stands before `statusCode` where it is no response's. */
const otherCodes = /(?:exit|grpc|rpc|process|order|payment|job|task|wait|return|signal)$/;

/** Whether a folded name is one that holds a response's status: `statuscode`, `httpstatus`, `upstreamstatus`. */
export function holdsStatus(name: string): boolean {
  const at = name.lastIndexOf('status');
  if (at < 0) return codes.has(name);
  switch (name.slice(at + 'status'.length)) {
    case '':
    case 'es':
      return beforeStatus.has(name.slice(0, at));
    case 'code':
    case 'codes':
      return !otherCodes.test(name.slice(0, at));
    default:
      return name === 'statuscodevalue';
  }
}

const codes = new Set(
  words(
    'httpcode httpcodes responsecode responsecodes respcode rescode replycode getresponsecode httperror wantcode expectedcode expectcode actualcode gotcode successcode successcodes okcodes retrycodes retryablecodes expectedcodes allowedcodes acceptedcodes validcodes failurecodes redirectcode rejectedcode rejectcode denycode expectedreturncode customhttperrors',
  ),
);

/** What stands between a name and its value: `: `, ` = `, `": "`, `() == `, `") => "`, ` `. Quotes may be escaped. */
const value = String.raw`(?:\(\)|[?!])*[\\"'\x60\])}]*\s*(?::=|=>|->|\?\?=?|\|\|=?|[:=!<>~≥≤≠]=?=?|<>|\s)\s*[\\"'\x60([{<]*\s*$`;
const isValue = new RegExp(`^(?:${value}|, $)`);
const compares = String.raw`\s*(?:[=!~]==?|[<>]=?|<>)\s*["']?$`;

const holder = String.raw`(?<![\w])(?:\w{0,20}status(?:_?codes?)?|(?:http|response)_?code|code)`;

/** Turns a status into a number or text. */
const conversions = words('asu16 value toi tos toint intvalue tostring code statuscode int number');

/** Names that hold a status, and what is said of them: keys, attributes, variables, comparisons. */
export const holderRules: readonly StatusRule[] = [
  {
    name: 'the operator of a comparison in words: status is 404, status -ge 400, status not in (200',
    words: words('is was eq ne ge gt le lt not in of equals equal be to and or'),
    left: new RegExp(
      `${holder}["'\\]})\`]*(?:\\(\\))?(?:\\.\\w+\\(?\\)?)?\\s*(?:\\.equals\\(|\\b(?:is|was|not|in|of|eq|ne|be|should|must|to|equals?)\\b|-(?:eq|ne|ge|gt|le|lt)\\b|[<>]=?\\s|and\\s|or\\s|\\s)+["'([{<>=]*\\s*$`,
      'i',
    ),
    among: 'known',
    test: ({ left }) =>
      !/\b(?:exit|order|payment|zip|key|error|country)[_ ]?(?:status|code)\b[^;]*$/i.test(left),
  },
  {
    name: 'status.as_u16() == 404',
    words: conversions,
    left: new RegExp(`(?:status|\\bcode)\\w*(?:\\(\\))?\\??(?:\\.|->)\\w+(?:\\(\\))?(?:${value})`, 'i'),
    among: 'known',
  },
  {
    name: 'response.code == 404',
    words: ['code'],
    left: new RegExp(
      String.raw`(?:(?:\.|->)code(?:\(\))?|(?<![\w.])\$?code\}?["']?)(?:${compares}|\s+(?:-\w\w|=)\s*["']?$)`,
      'i',
    ),
    among: 'known',
    in: 'programs',
  },
  {
    name: 'exception.ErrorCode == 429',
    words: words('errorcode getcode getstatus'),
    left: new RegExp(String.raw`(?:\.|->)(?:error_?code|getCode|getStatus)(?:\(\))?${compares}`, 'i'),
    among: 'errors',
    in: 'programs',
  },
  {
    name: 'response.code == 200',
    words: ['code'],
    left: new RegExp(String.raw`\b(?:response|resp|res|reply|rec|w)(?:\.|->)code(?:\(\))?${compares}`, 'i'),
    among: 'known',
    in: 'programs',
  },
  {
    name: '"code": 404 beside a message · "code": 201 beside "status": "Created"',
    words: ['code'],
    gap: /^\\?["']?\s*:\s*$/,
    right: /^\s*(?:[,}]|$)/,
    among: 'known',
    test: ({ text, start, end, status }) => {
      const members = objectStart(text, start) + objectEnd(text, end);
      return (
        (status >= 400 && saysWhatFailed.test(members)) ||
        phrasesOf(status).some((phrase) => members.includes(`"${phrase}"`))
      );
    },
  },
  {
    name: "{ name: 'no token', want: 401 }",
    words: words('want expected expect wanted'),
    gap: /^:\s$/,
    right: /^\s*[,}]/,
    among: 'errors',
    in: 'programs',
    test: ({ status }) => distinctive.has(status),
  },
  {
    name: "delete(index: 'x', ignore: 404): what a client is not to throw",
    words: ['ignore'],
    gap: /^\s?[:=]\s?\[?$/,
    right: /^\s*[,)\]]/,
    among: 'errors',
    in: 'programs',
  },
  {
    name: 'code=404 on a line about a request',
    words: ['code'],
    gap: /^(?:=~?["']?|"\s?:\s?)$/,
    among: 'known',
    in: 'texts',
    test: ({ status, left, right }) =>
      (status >= 400 || /\b(?:method|verb)\b/.test(left + right)) &&
      /\b(?:method|verb|path|url|uri|https?|request|response|upstream|server|api|endpoint|registry|retry\w*|rate[- ]limit\w*|unauthori[sz]ed|forbidden)(?:\b|_)/i.test(
        left + right,
      ),
  },
  {
    name: 'permanent-redirect-code: "308" · success-codes: 200,404 · <error-code>500',
    words: ['code', 'codes'],
    left: /(?:success|redirect|error|response|status|http|deny|reject(?:ed)?|expected|failure|retry)-codes?["']?\s*(?:=>|[:=>])\s*["'[]?$/i,
    among: 'known',
  },
  {
    name: 'error_code: 401 · "errorCode": 429',
    words: ['errorcode', 'errcode', 'httperrorcode'],
    gap: /^\\?["']?\s*[:=]\s*\\?["']?$/,
    right: /^\\?["']?\s*(?:[,;})]|$)/,
    among: 'errors',
  },
  {
    name: '"http": { "code": 502 · "meta": { "code": 200',
    words: ['code'],
    gap: /^\\?["']?\s*[:=]\s*["']?$/,
    among: 'known',
    test: ({ text, start }) =>
      /(?:http|response|reply|upstream|resposta|meta|status)\w*\\?["']?\s*[:=]\s*\{[^{}]*$/i.test(
        text.slice(Math.max(0, start - 160), start),
      ),
  },
  {
    name: "headers[':status'], 404 · {Name: ':status', Value: '204'}",
    after: ',:=',
    left: /:status["'\x60]\]?\s*(?:,|:|[=!]==?|,\s*Value:)\s*["']?$/i,
    among: 'known',
  },
  {
    name: 'status: int = 500',
    after: '=',
    left: /\bstatus\w*\s*:\s*\w+\s*=\s*$/i,
    right: /^\s*(?:[,)]|$)/,
    among: 'known',
    in: 'programs',
  },
  {
    name: "status, message = 404, 'no'",
    after: '=',
    left: /^\s*\w*status\w*\s*,[^=]*=\s*$/,
    among: 'known',
    in: 'programs',
  },
  {
    name: "getattr(e, 'code', None) == 404",
    after: '=',
    left: /["'](?:code|status(?:_?code)?)["'](?:,\s*\w+)?\)\s*[!=]==?\s*$/,
    among: 'errors',
    in: 'programs',
  },
  {
    name: "for status, body in [(404, 'a'), (500, 'b')]",
    after: '([',
    left: /(?:\bfor\s+\(?\w*status\w*\s*,.*\b(?:in|of)\s|parametrize\(\s*["'](?:[^"']*\bstatus\w*|(?:http_?)?code)\s*,)[^#]*[[(]\s*$/i,
    right: /^\s*,/,
    among: 'known',
  },
  {
    name: 'status_code in range(200, 300)',
    words: ['range'],
    left: /status\w*(?:\(\))?\s+(?:not )?in\s+range\($/i,
    among: 'known',
  },
  {
    name: 'STATUSES = {"missing": 404}',
    gap: /^\w*["']?\s*(?::|=>)\s*$/,
    after: ':>',
    right: /^\s*(?:[,}]|$)/,
    among: 'known',
    in: 'programs',
    test: ({ text, start }) =>
      /(?:status_?codes?|statuses|http_?codes?)\w*\s*(?::\s*[\w<>, ]+)?=\s*(?:new \w+)?[{[][^}\]]*$/i.test(
        text.slice(Math.max(0, start - 240), start),
      ),
  },
  {
    name: 'matches!(code, 408 | 429)',
    after: ',',
    left: /\bmatches!\(\s*[^,]*(?:status|code)[^,]*,\s*$/i,
    among: 'known',
  },
  {
    name: 'expect(res.status).toBe(404)',
    words: words(
      'tobe toequal tostrictequal equal equals eq eql is be shouldbe shouldequal isequalto issameas',
    ),
    left: /(?:\bstatus\w*|\b(?:response|resp|res)\.code|\bgetStatus\w*)(?:\(\))?["']?\)*(?:\.\w+\(\))?\)*(?:(?:\.|->)\w+){0,3}(?:\s\w+)?\(?\s*$|\bstatus\w*(?:\([^()]{0,40}\))?\s*\)[\s.\w]*\($|\bexpectStatus\(\)\.\w+\($/i,
    among: 'known',
  },
  {
    name: 'That(r.StatusCode, Is.EqualTo(404)) · statusCode(anyOf(is(200), is(404)))',
    words: words('is equalto isequalto eq equals anyof oneof'),
    gap: /^\($/,
    // A matcher of the same call: what follows `.statusCode(200)` is about something else.
    left: /status\w*(?:\(\))?\s*[,(](?:(?!\)\s*\.)[^;]){0,60}\w\($/i,
    right: /^\s*[,)]/,
    among: 'known',
    in: 'programs',
  },
  {
    name: ".its('status').should('eq', 404)",
    words: words('eq equal equals be'),
    gap: /^["'], $/,
    left: /["'](?:\w+\.)?status(?:Code)?["']\)\s*\.should\(\s*["'][\w.]+["'], $/,
    among: 'known',
  },
  {
    name: 'onStatus(s -> s.value() == 429',
    words: ['value'],
    left: /\bonStatus\([^;]*\.value\(\)\s*==\s*$/,
    among: 'known',
  },
  {
    name: 'enum Status { Busy = 503',
    after: '=',
    gap: /^\s*=\s*$/,
    right: /^\s*(?:[,;}]|\/\/|#|$)/,
    among: 'known',
    in: 'programs',
    test: isInStatusEnumeration,
  },
  {
    name: 'const statusClientClosed = 499',
    after: '=',
    gap: /^\s*:?=\s*$/,
    among: 'errors',
    in: 'programs',
    test: ({ word }) =>
      /^(?:http)?status(?!.*(?:interval|timeout|delay|millis|ms$|width|height|size|length|max|min|count|port|limit|bar|id$))/.test(
        word,
      ),
  },
  {
    name: 'resp=403 · verb:PUT,resp:409 of an API server',
    words: ['resp'],
    gap: /^[=:]$/,
    among: 'known',
    in: 'texts',
  },
  {
    name: '--retry-on-http-error=429,503 of a command line',
    words: words('error errors status statuses code codes on'),
    gap: /^[= ]["']?$/,
    left: /\s--[\w-]*(?:http-errors?|status|statuses|status-codes?|retry-on)[= ]["']?$/,
    among: 'known',
  },
  {
    name: 'retryOn: "gateway-error,503"',
    after: ',',
    left: /retry_?-?on["']?\s*[:=]\s*["'](?:[\w-]+,\s?)+$/i,
    among: 'errors',
  },
];

/** Texts repeat a few names and what stands behind them. */
const isHolder = remembered(holdsStatus);
const isValueAfter = remembered((gap) => isValue.test(gap));

/** `status: 404`, `"statusCode": 404`, `resp.status_code == 404`: the word before the number holds a status. */
export const keyRule = ({ text, start, end, word, gap, languageId }: NumberPlace): boolean =>
  isHolder(word) &&
  isValueAfter(gap) &&
  text.charCodeAt(end) !== 40 &&
  // A bare `status 404` is a sentence, or a setting.
  (gap.trim() !== '' || !isProgram(languageId) || languageId === 'ruby') &&
  !isOthersStatus.test(text.slice(Math.max(0, start - 40), start));

/** `order status: 404`, `job.status = 404`: whose status is no response's. */
const isOthersStatus = /\b(?:order|payment|exit|process|job|task|grpc)[ ._-]?\w*status\w*\W*$/i;

/** What the members beside `"code": 404` are called where it is an answer's, or say. */
const saysWhatFailed =
  /(?:^|[\s{,"'])(?:(?:message|msg|error|errors|reason|detail|success)\\?["']?\s*:|status\\?["']?\s*:\s*\\?["'](?:error|fail|not found|[A-Z]{4,}))/i;

/** The members of an object before and after one of them, without those of objects within, as far as can be seen. */
const objectStart = (text: string, start: number): string =>
  /[^{}]*$/.exec(text.slice(Math.max(0, start - 300), start).replace(/\{[^{}]*\}/g, ''))?.[0] ?? '';
const objectEnd = (text: string, end: number): string => /^[^}]*/.exec(text.slice(end, end + 200))?.[0] ?? '';

/** How far before a member of an enumeration its head may stand, in characters. */
const enumerationReach = 400;

/** Within `enum Status {` or `class Status(IntEnum):`, where another member is a status that counts hardly anything else. */
function isInStatusEnumeration({ text, start, status }: NumberPlace): boolean {
  const before = text.slice(Math.max(0, start - enumerationReach), start);
  const head =
    /(?<!\w)(?:enum\s+(?:class\s+)?(\w+)[^{};]{0,40}\{|class\s+(\w+)\((?:\w+\.)?\w*Enum\):)[^{}]*$/.exec(
      before,
    );
  if (!head) return false;
  if (!/status|http/i.test(head[1] ?? head[2] ?? '') || isOthersStatus.test(`${head[1] ?? head[2] ?? ''} `))
    return false;
  if (distinctive.has(status)) return true;
  const numbers =
    `${head[0]}${text.slice(start, start + enumerationReach)}`.match(/(?<==\s*)[45]\d\d\b/g) ?? [];
  return numbers.some((number) => distinctive.has(Number(number)));
}
