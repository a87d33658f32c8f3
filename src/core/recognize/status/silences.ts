import { endingWith } from './backwards';
import type { NumberPlace } from './number-place';

const units =
  'times of [a-z]*seconds? secs? minutes? mins? hours? days? weeks? months? years? dollars? euros?';
const counted =
  'rows items bytes users orders results records entries files lines words messages requests warnings errors events attempts retries tests hosts hits points objects downloads pages tokens characters chars connections sensors nodes pods tasks jobs threads customers products people ports calls';
const alternatives = (words: string): string => words.split(' ').join('|');

/** Systems that number their errors themselves, and whose numbers are no statuses. */
const numberErrors =
  'windows win32 winerror nt os unix linux errno socket winsock oracle ora db2 database db redis mongo mongodb cassandra kafka ldap smtp ftp imap sip rtsp jdbc odbc ado ole com dcom compiler linker link lnk syntax parse parser compile compilation vbscript openssl disk printer gpu cuda driver kernel';

/** Numbers that are something else by the word before them, and by what stands before them on their line. */
const afterWords: readonly {
  readonly name: string;
  readonly words: readonly string[];
  readonly left: RegExp;
}[] = [
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
  {
    name: 'the number of another error',
    words: ['error', 'err', 'errors', 'exception', 'code', 'erro'],
    left: new RegExp(
      String.raw`\b(?:\w{0,20}sql\w{0,10}|${alternatives(numberErrors)})(?: server)?[ :_-]+(?:(?:error|err|exception|erro)[ :_-]+)?(?:error|err|errors|exception|code|erro)[ :=#(]*$`,
      'i',
    ),
  },
  // exit status 101 · exited with code 137 · code=exited, status=143
  {
    name: 'the end of a process',
    words: ['status', 'code'],
    left: /(?:\bexit(?:ed|s)?\b(?: \w+){0,2} (?:status|code)[:= ]*|\bcode=exited, status=)$/i,
  },
  // [11:02:11.404] ERROR (404 on host): pino-pretty
  {
    name: 'the process that logs',
    words: ['info', 'error', 'warn', 'debug', 'trace', 'fatal'],
    left: /\]:? +(?:INFO|ERROR|WARN|DEBUG|TRACE|FATAL) \($/,
  },
  // SIP/2.0 403 · RTSP/1.0 401: other protocols took HTTP's numbers over, with other meanings
  {
    name: 'the status of another protocol',
    words: [...'0123456789'],
    left: /\b(?:SIP|RTSP|ICAP|S?FTP|L?SMTP|LMTP)\/\d\.\d $/i,
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

/** Numbers that are something else by a few characters before them, of which `after` has the last. */
const afterSigns: readonly {
  readonly name: string;
  readonly after: string;
  readonly near: RegExp;
  readonly unless?: RegExp;
}[] = [
  // $404 · #404 · v404 · 1,404 · 2026-404 · 4.404
  {
    name: 'the end of a longer number',
    after: '$€£#@~.-:,xX×vV',
    near: /(?:[$€£#@~]|\d[.xX×:]|\d(?<![1-5]00)-|(?<!\d)\d{1,2},|[A-Za-z]-|(?<!\.)\.|\bv)$/,
    unless: /\bcodes\.$/,
  },
  {
    name: 'a port',
    after: ':',
    near: /(?:\d\.\d{1,3}|\blocalhost|\d\]|\.(?:com|net|org|io|example|local|internal|dev)):$/,
  },
];

/**
 * Numbers that are something else by what follows on their line, of which `first` has the first character if that is
 * one of ASCII; unless what stands before shows that they are statuses all the same.
 */
const beforeSigns: readonly {
  readonly name: string;
  readonly first: string;
  readonly right: RegExp;
  readonly unless?: RegExp;
}[] = [
  // 500ms · 404 KB/s · 404 times · 404 rows · 404 open connections
  {
    name: 'a quantity',
    right: new RegExp(
      String.raw`^(?:[%°€]|(?:em|pt)\b|\s?(?:[mµun]?s|[kmgt]i?b|[kmgt]b?ps|hz|px|dp|[ckm]m)\b(?!['"]?\s*:)|\s(?:${alternatives(units)}|(?:(?!(?:and|or|to|in|with|for|from|is|on|e|ou|y)\b)[a-z]{1,12} )?(?:${alternatives(counted)}))\b(?!["']?\s*[:=]))`,
      'i',
    ),
    first: '% \t\v\f',
    unless:
      /\b(?:random|sporadic|frequent|constant|persistent|spurious|unexpected|into|getting|seeing|throwing|returning|receiving|(?:lots|plenty|full|number|rate|spike|wave|series|bunch|percentage) of|handle[sd]?|handling|retr(?:y|ies|ied|ying)|ignor(?:e|es|ed|ing)|treats?|any|all|these|those|for|on|HTTP|transient|occasional|intermittent|repeated)\s$/i,
  },
  // 500x401 · 404-2026 · 404:12 · 404.5
  {
    name: 'the beginning of a longer number',
    first: ':-./ ',
    right: /^(?:[:x×]\d| (?:by|x|×) \d|-(?![1-5]99\b)\d|\.\d|\/\d(?!\d\d\b))/,
    unless: /\[code:count\]/,
  },
  {
    name: "a mail server's answer: 500 Error: bad syntax",
    first: ' ',
    right: /^ Error: [a-z]/,
    unless: /\bHTTP\S* $/,
  },
  // status=203/EXEC
  { name: 'the end of a process', first: '/', right: /^\/[A-Z]{3}/ },
];

/** A part of a URL or path: /status/404 · ?status=404 · https://h/x/404 · images/404. */
const path = /(?:(?:^|[=(<[:,])\.{0,2}\/(?!\/).*(?<![,>(])|:\/\/.*(?<![,>(])|[A-Za-z_]\/|[?&][\w%.[\]-]+=)$/;

/** By what each is tried at: few are tried at a number, since a large text has many numbers. */
const byWord = byKey(
  afterWords.map(({ words, left }) => ({ words, isAfter: endingWith(left) })),
  ({ words }) => words,
);
const bySign = byKey(afterSigns, ({ after }) => [...after]);
const byFirst = byKey(beforeSigns, ({ first }) => [...first]);

function byKey<T>(
  all: readonly T[],
  keysOf: (each: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const keys = new Set(all.flatMap(keysOf));
  return new Map([...keys].map((key) => [key, all.filter((each) => keysOf(each).includes(key))]));
}

const none: readonly never[] = [];

/** Characters of the longest thing of `afterSigns`, with the one before it. */
const nearReach = 12;

/** Whether a number is something else than a status, whatever else is said of it. */
export const isSomethingElse = (place: NumberPlace): boolean =>
  endsSomething(place) ||
  beginsSomething(place) ||
  isAfterItsWord(place) ||
  (place.path !== '' && path.test(place.path));

function isAfterItsWord(place: NumberPlace): boolean {
  for (const { isAfter } of byWord.get(place.word) ?? none) if (isAfter(place.left)) return true;
  return false;
}

function endsSomething({ text, start }: NumberPlace): boolean {
  const sign = text.charAt(start - 1);
  const signs = bySign.get(sign);
  // `"key":404`: behind a quote, these three end nothing.
  if (!signs || (text.charAt(start - 2) === '"' && ':,-'.includes(sign))) return false;
  const before = text.slice(Math.max(0, start - nearReach), start);
  for (const { near, unless } of signs) if (near.test(before) && !unless?.test(before)) return true;
  return false;
}

function beginsSomething(place: NumberPlace): boolean {
  const next = place.text.charAt(place.rightStart);
  const signs = byFirst.get(next) ?? (next > '\x7f' ? beforeSigns : none);
  for (const { right, unless } of signs)
    if (right.test(place.right) && !unless?.test(place.left)) return true;
  return false;
}
