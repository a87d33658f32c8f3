import { distinctive, isKnown } from './known-statuses';
import { linesAbove } from './lines-above';
import type { NumberPlace } from './number-place';
import { type StatusRule, words } from './rule';

/** How far before a `return` the name of its function may stand, in characters. */
const headReach = 400;
const functionName =
  /\b(?:function|def|func|fn|fun|sub|int|Integer|u16|number|static|const|let|val)\s+(?:\([^)]*\)\s*)?\$?\w*(?:status|http_?code|response_?code)\w*/i;

const isInStatusFunction = ({ text, start }: NumberPlace): boolean => {
  const before = text.slice(Math.max(0, start - headReach), start);
  const heads = [...before.matchAll(/\b(?:function|def|func|fn|fun|int|static)\s+(?:\([^)]*\)\s*)?[\w$]+/g)];
  const last = heads.at(-1)?.index;
  return last !== undefined && functionName.test(before.slice(last));
};

/** `s >= 500 && s <= 599`, `s >= 500 && s < 600`: one name between the ends of a class, which hardly counts things. */
function isWholeClass({ status, left, right }: NumberPlace): boolean {
  const statement = `${left.slice(-80)}${status}${right}`;
  for (const [all, name, from, other, to] of statement.matchAll(
    /([\w.$]+(?:\(\))?)\s*>=\s*([1-5]00)\s*(?:&&|and)\s*([\w.$]+(?:\(\))?)\s*(<=\s*[1-5]99|<\s*[2-6]00)\b/g,
  )) {
    const end = Number(/\d+/.exec(to as string)?.[0]);
    const size = end - Number(from);
    if (name === other && (size === 99 || size === 100) && all.includes(String(status))) return true;
  }
  return false;
}

/** `s === 429 || s >= 500`: a bare name that is compared with nothing but statuses, one of them distinctive. */
function isToldApart({ status, left, right }: NumberPlace): boolean {
  const name = /([\w$]+)\s*[=!<>]+\s*$/.exec(left)?.[1];
  if (name === undefined || /^(?:width|height|size|length|len|count|ms|px|id|port|line|total|n)$/i.test(name))
    return false;
  const compared: number[] = [];
  for (const [, other, number] of `${left.slice(-80)}${status}${right}`.matchAll(
    /(?<![\w.$)])([A-Za-z_$][\w$]*)\s*(?:===?|!==?|[<>]=?)\s*(\d+)\b/g,
  ))
    if (other === name) compared.push(Number(number));
  return (
    compared.length > 1 &&
    compared.every((each) => isKnown(each) || each === 600) &&
    compared.some((each) => distinctive.has(each))
  );
}

/** Statuses that programs return and configurations name. */
export const returnRules: readonly StatusRule[] = [
  {
    name: 'return jsonify(x), 404',
    after: ',',
    left: /\breturn\b.*[^\d\s],\s*$/,
    right: /^\s*(?:,\s*\{.*)?(?:#.*)?$/,
    among: 'known',
    in: ['python'],
  },
  {
    name: 'return 404 of a function that is named for it',
    after: 'n?(>',
    left: /\breturn\s+(?:\(?[^;]*\?\s*)?$|^\s*\w*\s*(?:=>|->)\s*$/,
    right: /^\s*(?:[;)}:]|\/\/|#|$)/,
    among: 'known',
    in: 'programs',
    test: isInStatusFunction,
  },
  {
    name: 'res.status(ok ? 200 : 500)',
    after: '?',
    left: /(?<!order_?|payment_?|exit_?|job_?)status\w*\s*(?:\(|=|:)[^;]*\?\s*$/i,
    right: /^\s*:/,
    among: 'known',
  },
  {
    name: '404 === res.status',
    right: /^\s*(?:[!=]==?|[<>]=?)\s*[\w$.>()[\]"'-]*(?:status|\bcode|(?:http|response)_?code|getCode\b)\w*/i,
    among: 'known',
  },
  {
    name: 'curl -w %{http_code} = 200',
    after: '=qetr',
    left: /(?:%\{(?:http|response)_code\}|HTTP_CODE\)).*(?:=|==|!==?|-eq|-ne|-ge|-lt)\s*["']?$/,
    among: 'known',
  },
  {
    name: 'in 200..299',
    words: ['in'],
    gap: /^\s*$/,
    // The whole of a class: `100..500` counts something else.
    right: /^\.\.(?:[.=]?[1-5]99|[.<][3-6]00)\b/,
    left: /(?<!\bfor [\w, ()]{0,30})\bin\s*$/,
    among: 'known',
    in: 'programs',
    test: ({ status }) => status % 100 === 0 && status >= 200,
  },
  {
    name: '(500..600).contains(&status)',
    left: /\($/,
    after: '(',
    right: /^\.\.[.=<]?(?:[1-5]99|[2-6]00)\)\.(?:contains|includes?\??|cover\?)\(.{0,30}(?:status|code)/,
    among: 'known',
    in: 'programs',
  },
  {
    name: 's >= 500 && s <= 599: the whole of a class',
    left: /(?<![\w.])([\w.$]+(?:\(\))?)\s*>=\s*$|[1-5]00\s*<=\s*[\w.$]+\s*&&\s*[\w.$]+\s*<=?\s*$|>=\s*[1-5]00\s*(?:&&|and)\s*[\w.$()]+\s*<=?\s*$/,
    after: '=<',
    among: 'all',
    in: 'programs',
    test: isWholeClass,
  },
  {
    name: '(s) => s === 429 || s >= 500: one bare name, compared with statuses that are hardly counts',
    left: /(?<![\w.$)])[A-Za-z_$][\w$]{0,20}\s*(?:===?|!==?|[<>]=?)\s*$/,
    after: '=<>',
    among: 'known',
    in: 'programs',
    test: isToldApart,
  },
];

/** What a program shows of its answer: `response.status # => 404`. */
export const resultRules: readonly StatusRule[] = [
  {
    name: 'response.status # => 404',
    after: '>#/-',
    left: /(?:status(?:_?code)?|\.code)["'\]]*(?:\(\))?\)?;?\s*(?:#|\/\/|--)\s*(?:=>|->)?\s*$/i,
    right: /^\s*$/,
    among: 'known',
  },
  {
    name: 'echo $response->getStatusCode(); and below it // 200',
    left: /^\s*(?:\/\/|#)>?\s*(?:=>|->)?\s*["']?$/,
    right: /^["']?\s*(?:,|$)/,
    among: 'known',
    test: ({ text, start, left }) => {
      const [above = ''] = linesAbove(text, start - left.length);
      return /status(?:_?code)?(?:\(\))?["')\]]*;?\s*$/i.test(above);
    },
  },
  {
    name: "curl -w '%{http_code}' and the line that it prints",
    left: /^\s*["']?$/,
    right: /^["']?\s*$/,
    among: 'known',
    in: ['shellscript', 'markdown', 'plaintext', 'log'],
    test: ({ text, start, left }) => {
      const [above = ''] = linesAbove(text, start - left.length);
      return /%\{(?:http|response)_code\}/.test(above);
    },
  },
];

/** The same of configurations. */
export const configurationRules: readonly StatusRule[] = [
  {
    name: 'return 301 of nginx',
    words: ['return'],
    left: /(?:^|[{;])\s*return $/,
    right: /^\s*(?:;|\s(?:["'$/]|https?:)[^;]*;)/,
    among: 'known',
    in: 'texts',
  },
  {
    name: 'error_page 500 502',
    words: words('errorpage proxynextupstream interceptstatus'),
    left: /\berror_page:? $/,
    among: 'known',
  },
  { name: 'error_page 404 =200 /x', after: '=', left: /\berror_page [^;]*=$/, among: 'known' },
  {
    name: 'respond /health 200 · respond "gone" 410',
    left: /^\s*(?:respond|error|replace_status|copy_response) (?:\S+ )?(?:"[^"]*" |\S+ )?$/,
    right: /^\s*(?:\{|$)/,
    among: 'known',
    in: 'texts',
  },
  { name: 'redir /a /b 308', left: /^\s*redir (?:\S+ ){1,2}$/, right: /^\s*$/, among: 'known', in: 'texts' },
  {
    name: 'ErrorDocument 404 /x',
    words: words('errordocument errorfile redirect redirectmatch rewrite handleerrors respond'),
    left: /^\s*\w+ $/,
    right: /^ \S|^$/,
    among: 'known',
    in: 'texts',
  },
  {
    name: 'redirect scheme https code 308',
    words: ['code'],
    left: /\bredirect .*\bcode $/,
    among: 'known',
    in: 'texts',
  },
  { name: 'try_files $uri =404', after: '=', left: /\btry_files .*\s=$/, among: 'known' },
  { name: '[R=301,L]', after: '=', left: /\[(?:\w+,)*R=$/, among: 'known' },
  {
    name: 'deny_status 429',
    words: words('denystatus limitreqstatus limitconnstatus'),
    gap: /^\s+$/,
    among: 'known',
  },
  {
    name: '"$code" =~ ^(502|503)$',
    after: '(^',
    left: /(?:status|code)\w*["'}]*\s*=~\s*\^?\(?$/i,
    among: 'known',
    in: ['shellscript', 'ruby', 'perl'],
  },
  {
    name: 'for code in 429 502',
    words: ['in'],
    left: /\bfor \w*(?:status|code)\w* in $/i,
    among: 'known',
    in: ['shellscript'],
  },
];
