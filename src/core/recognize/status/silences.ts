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
      String.raw`^(?:[%°€]|(?:em|pt)\b|\s?(?:[mµun]?s|[kmgt]i?b|[kmgt]b?ps|hz|px|dp|[ckm]m)\b(?!['"]?\s*:)|\s(?:${alternatives(units)}|(?:(?!(?:and|or|to|in|with|for|from|is|on|e|ou|y)\b)[a-z]{1,12} )?(?:${alternatives(counted)}))\b(?!["']?\s*[:=]))`,
      'i',
    ),
    unless:
      /\b(?:random|sporadic|frequent|constant|persistent|spurious|unexpected|getting|seeing|throwing|returning|receiving|(?:lots|plenty|full|number|rate|spike|wave|series|bunch|percentage) of|handle[sd]?|handling|retr(?:y|ies|ied|ying)|ignor(?:e|es|ed|ing)|treats?|any|all|these|those|for|on|HTTP|transient|occasional|intermittent|repeated)\s$/i,
  },
  // 500x401 · 404-2026 · 404:12 · 404.5
  {
    name: 'the beginning of a longer number',
    right: /^(?:[:x×]\d| (?:by|x|×) \d|-(?![1-5]99\b)\d|\.\d|\/\d(?!\d\d\b))/,
    unless: /\[code:count\]/,
  },
  // $404 · #404 · v404 · 1,404 · 2026-404 · 4.404
  {
    name: 'the end of a longer number',
    after: '$€£#@~.-:,xX×vV',
    left: /(?:[$€£#@~]|\d[.xX×:]|\d(?<![1-5]00)-|(?<!\d)\d{1,2},|[A-Za-z]-|(?<!\.)\.|\bv)$/,
    unless: /\bcodes\.$/,
  },
  // /status/404 · ?status=404 · https://h/x/404 · images/404
  {
    name: 'a part of a URL or path',
    token: /(?:(?:^|[=(<[:,])\.{0,2}\/(?!\/).*(?<![,>(])|:\/\/.*(?<![,>(])|[A-Za-z_]\/|[?&][\w%.[\]-]+=)$/,
  },
  {
    name: 'a port',
    after: ':',
    left: /(?:\d\.\d{1,3}|\blocalhost|\d\]|\.(?:com|net|org|io|example|local|internal|dev)):$/,
  },
  {
    name: 'a port',
    words: ['on', 'at', 'port', 'em', 'na', 'porta'],
    left: /\b(?:listen\w*|running|up|started|runs|bound|served?|serving|live|ouvindo|rodando) (?:on|at|em|na)(?: port| porta)?:? ["'`]?$/i,
  },
  {
    name: 'a setting',
    words: ['to', 'is', 'of', 'at', 'para', 'de'],
    left: /\b(?:width|height|size|length|limit|max\w*|min\w*|timeout|port|id|opacity|weight|quality|offset|index|count|number|largura|altura|tamanho|limite|porta)[`'"]? (?:to|is|of|at|para|de) [`'"]?$/i,
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

const ofAnyWord = silences.filter(({ words }) => words === undefined);
const byWord = new Map<string, Silence[]>();
for (const silence of silences)
  for (const word of silence.words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), silence]);

/** Which silence keeps a number from being a status; nothing where none does. */
export function silenceOf(place: NumberPlace): string | undefined {
  const { text, start, end, token } = place;
  const before = text.charAt(start - 1);
  const goesOn = !ends.has(text.charAt(end));
  const holds = ({ right, token: ofToken, left, after, unless }: Silence): boolean =>
    ((goesOn && right?.test(place.right)) ||
      (token !== '' && ofToken?.test(token)) ||
      (left && (after === undefined || after.includes(before)) && left.test(place.left))) === true &&
    unless?.test(place.left) !== true;
  return (ofAnyWord.find(holds) ?? byWord.get(place.word)?.find(holds))?.name;
}

/** After one of these nothing makes the number a part of something else. */
const ends: ReadonlySet<string> = new Set(['', ...',;)]}"\'`\n\r']);
