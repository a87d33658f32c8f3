import { distinctive, isKnownError } from './known-statuses';
import type { NumberPlace } from './number-place';
import { type StatusRule, words } from './rule';
import { goesOn } from './sentence-words';

/** What a sentence about requests speaks of, in English, Portuguese and Spanish. */
const speaksOfRequests =
  /\b(?:APIs?|HTTP|GET|POST|PUT|PATCH|DELETE|requests?|responses?|answers?|endpoints?|servers?|prox(?:y|ies)|gateways?|backend|upstream|clients?|handlers?|routes?|calls?|log(?:in|ging in)|tokens?|auth\w*|webhooks?|status(?:es)?|retr(?:y|ies|ied|ying)|errors?|uploads?|downloads?|JSON|mock\w*|stub\w*|partner|parceiro|rota|chamadas?|requisiç\w+|respostas?|servidor|serviço|erros?|repetid\w+|ruta|llamadas?|respuestas?|servicio)\b/i;

/** Words that carry a sentence on to a status; a noun would name what the number counts or is the name of. */
const carriers =
  words(`s every each any both either all these those a an the to like vs versus as and or with for on now is was it be why then sometimes treat explain
  swallows swallow first only that just mostly always never usually either explica trata
  o um os para como agora é foi e ou com às vezes sempre só primeiro que el los ahora siempre por`);

/** Things that have numbers or codes of their own. */
const namesThing =
  /\b(?:products?|orders?|items?|rooms?|models?|invoices?|pages?|flights?|bus|box|shelf|doors?|produtos?|pedidos?|itens|salas?|modelos?|notas?|páginas?|productos?|facturas?)\b/i;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** In the same sentence another number that is hardly anything but a status. */
const hasOther = ({ status, left, right }: NumberPlace): boolean =>
  (
    `${left.slice(-80)} ${right.slice(0, 60)}`.match(
      /(?<![\w.,:/#-])[45]\d\d(?![\w%]|[.:]\d| (?!errors|responses|redirects)[a-z]{3,}s\b)/g,
    ) ?? []
  ).some(
    (number) =>
      Number(number) !== status &&
      isKnownError(Number(number)) &&
      (distinctive.has(status) || distinctive.has(Number(number))),
  );

/** Whether the line speaks of requests, or names another status; what a commit says in so few words is of its program. */
export const isAboutRequests = (place: NumberPlace): boolean =>
  place.languageId === 'git-commit' || speaksOfRequests.test(place.left + place.right) || hasOther(place);

/** Statuses in sentences that say by other words, or by another status, that they are about requests. */
export const requestRules: readonly StatusRule[] = [
  {
    name: 'the proxy swallows the 401 and … · first it was 500, now it is 503',
    words: carriers,
    gap: /^\s["'`]?$/,
    right: goesOn,
    among: 'known',
    in: 'texts',
    test: (place) =>
      (place.status >= 400 || distinctive.has(place.status)) &&
      !/^ not [a-z]/.test(place.right) &&
      !namesThing.test(place.left.slice(-40)) &&
      (distinctive.has(place.status) ? isAboutRequests(place) : hasOther(place)),
  },
  {
    name: 'POST becomes GET on 301, 302 and 303',
    left: /(?:^|\s)$/,
    right: goesOn,
    among: 'known',
    test: ({ status, left, right }) =>
      redirects.has(status) &&
      /\b(?:GET|POST|HTTP|redirect\w*|request\w*)\b/.test(left + right) &&
      (/\b30[12378](?:,? and|,? or|,|\/) ?$/.test(left) || /^(?:,? and|,? or|,|\/) ?30[12378]\b/.test(right)),
  },
  {
    name: '429 again this morning · why 404?',
    left: /(?:^[^\w]*|[;.:!?]\s)$|\b(?:why|por que|por qué) $/i,
    right: /^ (?:again|dominates|persists|everywhere|de novo|otra vez)\b|^\?/,
    among: 'errors',
    in: 'texts',
    test: ({ status }) => status % 100 !== 0,
  },
  {
    name: 'retries 5xx; 501 is not retried: beside a whole class',
    left: /(?:^|[.;,(]\s?|\b(?:and|or|but|not|except|even|also|on|for|the|to|with|by|only)\s)["'`]?$/,
    right: goesOn,
    among: 'known',
    test: ({ status, left, right }) => status % 100 !== 0 && /(?<!\w)[1-5]xx\b/i.test(left + right),
  },
  {
    name: '`GET /orders` → 200',
    left: /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b.*(?:→|->|=>)\s*["'`]?$/,
    after: '→>',
    right: goesOn,
    among: 'known',
  },
  {
    name: 'treat 425 like 429 · 403 vs 401',
    right: /^["'`]? (?:vs\.?|versus|like|rather than|instead of|como) (?:an? )?["'`]?[45]\d\d\b/,
    left: /(?:^|\s)["'`]?$/,
    among: 'errors',
    test: (place) =>
      (distinctive.has(place.status) || hasOther(place)) &&
      isKnownError(Number(/\d{3}/.exec(place.right)?.[0])),
  },
  {
    name: 'maps `NotFound` to 404 and `Conflict` to 409',
    words: ['to', 'para'],
    gap: /^ ["'`]?$/,
    left: /\b(?:maps?|mapped|mapping|translat\w+|convert\w*|turns?|mapeia\w*|convert\w*)\b.*\b(?:to|into|para) ["'`]?$/i,
    right: goesOn,
    among: 'errors',
    test: ({ status }) => status % 100 !== 0,
  },
];
