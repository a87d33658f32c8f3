import type { NumberPlace } from './number-place';

const units =
  'times of [a-z]*seconds? secs? minutes? mins? hours? days? weeks? months? years? dollars? euros?';
const counted =
  'rows items bytes users orders results records entries files lines words messages requests warnings errors events attempts retries tests hosts hits points objects downloads pages tokens characters chars connections sensors nodes pods tasks jobs threads customers products people ports calls';
const alternatives = (words: string): string => words.split(' ').join('|');

/** Systems that number their errors themselves, and whose numbers are no statuses. */
const numberErrors =
  'windows win32 winerror nt os unix linux errno socket winsock oracle ora db2 database db redis mongo mongodb cassandra kafka ldap smtp ftp imap sip rtsp jdbc odbc ado ole com dcom compiler linker link lnk syntax parse parser compile compilation vbscript openssl disk printer gpu cuda driver kernel';

/** What makes a number something else than a status. A side that is given with characters is tried at these only. */
interface Silence {
  readonly name: string;
  readonly left?: RegExp;
  /** The character right before the number. */
  readonly after?: string;
  /** What stands right before the number without a blank or quote. */
  readonly token?: RegExp;
  readonly right?: RegExp;
  /** What before the number shows that it is a status all the same. */
  readonly unless?: RegExp;
  /** The word before the number. */
  readonly words?: readonly string[];
}

/** What makes a number something else than a status, whatever else is said of it. */
export const silences: readonly Silence[] = [
  // 500ms · 404 KB/s · 404 times · 404 rows · 404 open connections
  {
    name: 'a quantity',
    right: new RegExp(
      String.raw`^(?:[%°€]|\s?(?:[mµun]?s|[kmgt]i?b|[kmgt]b?ps|hz|px|em|pt|dp|[ckm]m)\b(?!['"]?\s*:)|\s(?:${alternatives(units)}|(?:(?!(?:and|or|to|in|with|for|from|is|on|e|ou|y)\b)[a-z]{1,12} )?(?:${alternatives(counted)}))\b(?!["']?\s*[:=]))`,
      'i',
    ),
    unless:
      /\b(?:handle[sd]?|handling|retr(?:y|ies|ied|ying)|ignor(?:e|es|ed|ing)|treats?|any|all|these|those|for|on|HTTP|transient|occasional|intermittent|repeated)\s$/i,
  },
  // 500x401 · 404-2026 · 404:12 · 404.5
  { name: 'the beginning of a longer number', right: /^(?:[:x×]\d|-(?![1-5]99\b)\d|\.\d|\/\d(?!\d\d\b))/ },
  // $404 · #404 · v404 · 1,404 · 2026-404 · 4.404
  {
    name: 'the end of a longer number',
    after: '$€£#@~.-:,xX×vV',
    left: /(?:[$€£#@~]|\d[.xX×:]|\d(?<![1-5]00)-|(?<!\d)\d{1,2},|[A-Za-z]-|(?<!\.)\.|\bv)$/,
  },
  // /status/404 · ?status=404 · https://h/x/404 · images/404
  {
    name: 'a part of a URL or path',
    token: /(?:(?:^|[=(<[:,])\.{0,2}\/(?!\/).*(?<![,>])|:\/\/.*(?<![,>])|[A-Za-z_]\/|[?&][\w%.[\]-]+=)$/,
  },
  {
    name: 'a port',
    after: ':',
    left: /(?:\d\.\d{1,3}|\blocalhost|\d\]|\.(?:com|net|org|io|example|local|internal|dev)):$/,
  },
  { name: "a mail server's answer: 500 Error: bad syntax", right: /^ Error: [a-z]/, unless: /\bHTTP\S* $/ },
  // SIP/2.0 403 · RTSP/1.0 401: other protocols took HTTP's numbers over, with other meanings
  {
    name: 'the status of another protocol',
    after: ' ',
    left: /\b(?:SIP|RTSP|ICAP|S?FTP|L?SMTP|LMTP)\/\d\.\d $/i,
  },
  {
    name: 'the number of another error',
    words: ['error', 'err', 'errors', 'exception', 'code', 'erro'],
    left: new RegExp(
      String.raw`\b(?:\w{0,20}sql\w{0,10}|${alternatives(numberErrors)})(?: server)?[ :_-]+(?:(?:error|err|exception|erro)[ :_-]+)?(?:error|err|errors|exception|code|erro)[ :=#(]*$`,
      'i',
    ),
  },
  // exit status 101 · exited with code 137 · code=exited, status=143 · status=203/EXEC
  {
    name: 'the end of a process',
    words: ['status', 'code'],
    left: /(?:\bexit(?:ed|s)?\b(?: \w+){0,2} (?:status|code)[:= ]*|\bcode=exited, status=)$/i,
  },
  { name: 'the end of a process', right: /^\/[A-Z]{3}/ },
  // [11:02:11.404] ERROR (404 on host): pino-pretty
  {
    name: 'the process that logs',
    words: ['info', 'error', 'warn', 'debug', 'trace', 'fatal'],
    left: /\]:? +(?:INFO|ERROR|WARN|DEBUG|TRACE|FATAL) \($/,
  },
  {
    name: 'a place in a text',
    words:
      'line lines column columns col page pages chapter chapters section sections step steps issue issues room rooms'.split(
        ' ',
      ),
    left: /\b(?:lines?|columns?|col|pages?|chapters?|sections?|steps?|issues?|rooms?)\s+$/i,
  },
];

/** Which silence keeps a number from being a status; nothing where none does. */
export function silenceOf(place: NumberPlace): string | undefined {
  const { text, start, end } = place;
  const after = text.charAt(start - 1);
  const goesOn = !ends.has(text.charAt(end));
  const { token } = place;
  return silences.find(
    (silence) =>
      (goesOn && silence.right?.test(place.right) && silence.unless?.test(place.left) !== true) ||
      (token !== '' && silence.token?.test(token)) ||
      (silence.left &&
        (silence.after === undefined || silence.after.includes(after)) &&
        (silence.words === undefined || silence.words.includes(place.word)) &&
        silence.left.test(place.left)),
  )?.name;
}

/** After one of these nothing makes the number a part of something else. */
const ends: ReadonlySet<string> = new Set(['', ...',;)]}"\'`\n\r']);
