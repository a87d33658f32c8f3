import { isAboutRequests } from './about-requests';
import { distinctive, isKnown } from './known-statuses';
import type { NumberPlace } from './number-place';
import { type StatusRule, words } from './rule';
import { areErrors, goesOn, isError } from './sentence-words';

/** What servers do with a status, and what those get who ask them, in English, Portuguese and Spanish. */
const answering =
  words(`returned returns return returning responded responds respond responding answered answers answer answering replied
  replies reply replying throws throw throwing threw raises raise raised raising serves serve serving
  retorna retornou retornar retornando retornava retornamos devolve devolveu devolver devolvendo devolvemos responde
  respondeu responder respondendo lança lançou volta voltou voltando
  devuelve devolvió devolver retornó respondió lanza lanzó`);
const getting =
  words(`got get gets getting gotten receives receive received receiving sends send sending sent gives give gave giving yields
  yield yielding reports reported expected expect expecting actual
  recebe recebeu recebi recebemos receber recebo recebendo tomando tomei pegando peguei deu dá dar dando obteve obtive obtido obtida veio esperado esperada
  recebido recibe recibió recibí recibimos recibir obtuvo dio`);

/** What a program hardly returns otherwise. */
const oftenAnswered: ReadonlySet<number> = new Set([200, 201, 202, 204, 301, 302, 303, 304, 307, 308]);

/** Beside it another status in backquotes. */
const quotesOther = ({ status, left, right }: NumberPlace): boolean =>
  [...`${left}|${right.slice(1)}`.matchAll(/\x60([1-5]\d\d)\x60/g)].some(
    ([, number]) => Number(number) !== status && isKnown(Number(number)),
  );

const expectedAndGot =
  /(?:expected|esperad[oa]|want(?:ed)?)[: ]\s*["'`]?[1-5]\d\d\b.{0,12}\b(?:got|obtid[oa]|received|recebid[oa]|actual|was|veio)\b/i;

/** expected 200 rows but received 302 · must be less than 100, got 404 */
const countsThings =
  /\b(?:expected|want\w*|have|has|takes?) (?:\w+ ){0,2}\d+ [a-z]+s\b|\b(?:less|greater|more|fewer|at least|at most|between|must be)\b/i;

/** What is a sentence wherever it stands: no program says `HTTP 503` of anything else. */
export const plainRules: readonly StatusRule[] = [
  {
    name: 'HTTP 503 · HTTP Error 503 · HTTP status 503',
    words: ['http', 'https', 'httpstatus'],
    gap: /^(?:\s|: ?|-|=)$/,
    right: /^(?!\w|[.,:]\d)/,
    among: 'known',
  },
  {
    name: 'The requested URL returned error: 403',
    words: ['error'],
    left: /\bURL returned error: $/,
    among: 'all',
  },
  {
    name: 'where 401 = <Response [401]>.status_code',
    left: /<Response \[$|\bwhere $/,
    right: /^(?:\]>| = <Response \[)/,
    among: 'all',
  },
];

/** What people write of statuses. */
export const sentenceRules: readonly StatusRule[] = [
  {
    name: 'código 403: sem permissão',
    words: ['código', 'codigo'],
    gap: /^:? $/,
    left: /(?:^|[.;:!?([-]\s*|\b(?:com|con|o|um|el|un|HTTP|status)\s+(?:o |el )?)c[oó]digo:? $/i,
    right: /^\s*(?:$|[.,;:!?)\]]|[-–—] )/,
    among: 'errors',
  },
  {
    name: 'código de status 429 · código de erro: 502',
    words: words('status estado erro error resposta respuesta retorno http es é foi fue era for seja sea'),
    left: /\bc[oó]digo (?:de )?(?:status|estado|erro|error|resposta|respuesta|retorno|http)(?: http)?(?: es| é| foi| fue| era| for| seja| sea)?:? ["'`]?$/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: 'a status of 403 · status was 404 · status: got 404',
    words: words('of was is'),
    left: /\bstatus(?: code)? (?:of|was|is) ["'`]?$/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'returned 503 · raises 404 · respondeu 502',
    words: answering,
    gap: /^[:\s]\s*["'`]?$/,
    right: goesOn,
    among: 'known',
    test: (place) =>
      !countsThings.test(place.left) &&
      (place.status >= 400 || oftenAnswered.has(place.status) || isAboutRequests(place)),
  },
  {
    name: 'got 404 · recebi 429: who may get other numbers as well',
    words: getting,
    gap: /^[:\s]\s*["'`]?$/,
    right: goesOn,
    among: 'known',
    test: (place) =>
      !countsThings.test(place.left) &&
      ((place.status >= 400 && place.status % 100 !== 0) ||
        expectedAndGot.test(`${place.left}${place.status}${place.right}`) ||
        /^ (?:again|de novo|otra vez)\b/.test(place.right) ||
        isAboutRequests(place)),
  },
  {
    name: 'gives me 404 · it stays 409',
    words: words('me us you them stays stayed remains becomes became'),
    gap: /^\s["'`]?$/,
    left: /\b(?:(?:giv\w+|gave|return\w*|send\w*|sent|show\w*|throw\w*|serv\w+) (?:me|us|you|them)|(?:it|that|this|status|answer) (?:stay|remain|bec[ao]me)(?:s|ed)?) ["'`]?$/i,
    right: goesOn,
    among: 'errors',
    test: (place) => place.status % 100 !== 0 || isAboutRequests(place),
  },
  {
    name: 'turns 401 into 302',
    words: words(
      'turns turn turned turning maps map mapped mapping converts convert converted translates rewrites converte mapeia transforma',
    ),
    gap: /^ ["'`]?$/,
    right: /^["'`]? (?:(?:in)?to|em|para) (?:an? )?["'`]?[1-5]\d\d\b(?! [a-z]+s\b)/,
    among: 'known',
    test: isAboutRequests,
  },
  {
    name: 'tratar o 409 como sucesso · treat the 404 as nothing',
    words: ['o', 'the'],
    gap: /^ ["'`]?$/,
    left: /(?<![\w\u00c0-\u017f])(?:trat\w+|treat\w*|handl\w+|ignor\w+|captur\w+|catch\w*|swallow\w*) (?:o|the) ["'`]?$/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: 'fix: 500 when the body is empty',
    left: /^(?:\s*[-*] )?(?:fix|bug|bugfix|feat|test|docs|perf|chore)(?:\([^()]*\))?!?: $/i,
    right: /^ (?:when|on|for|from|if|in|after|with|errors?|quando|ao|em|no|na)\b/i,
    among: 'errors',
    in: 'texts',
  },
  {
    name: 'every status from 400 to 504',
    words: ['from', 'between'],
    gap: /^ $/,
    left: /\bstatus(?:es| codes?)?\b.* (?:from|between) $/i,
    right: /^ (?:to|and|through|up to) [1-5]\d\d\b/,
    among: 'known',
  },
  {
    name: 'use 429 for clients that are too fast',
    words: words('use uses using used usar usa'),
    gap: /^\s["'`]?$/,
    right: goesOn,
    among: 'known',
    in: 'texts',
    test: (place) => !countsThings.test(place.left) && isAboutRequests(place) && place.status % 100 !== 0,
  },
  {
    name: 'it says 404 · we saw 503',
    words: words('says say said shows showed shown hits hitting saw seeing diz dice mostra muestra'),
    gap: /^:?\s["'`]?$/,
    right: goesOn,
    among: 'errors',
  },
  {
    name: '401 is thrown · a `422` carries',
    left: /(?:^|[^\w.,]\s*|\b(?:an?|the|and|or|while|that|um)\s+)[`'"]?$/i,
    right:
      /^[`'"]?\s(?:is (?:thrown|returned|sent|raised|answered|given|retried|repeated|expected)\b|means\b|carries\b|has (?:no|an?|the)\b|happens (?:when|if)\b)/,
    among: 'known',
    test: ({ status }) => status !== 200,
  },
  {
    name: '502 on /checkout · 404 for /v1/x',
    left: /(?:^|[\s("'`])$/,
    right: /^[`'"]? (?:on|for|from|at) \/[A-Za-z]/,
    among: 'errors',
  },
  {
    name: 'health check: 200 expected, 503 received',
    left: /\b(?:check|status|code|response|HTTP|probe)\b.*\s$/i,
    right: /^ (?:expected|received|returned)(?:\W|$)/,
    among: 'known',
  },
  {
    name: 'is 401 the right code',
    left: /\s$/,
    right: /^ the (?:right|correct|wrong|best|proper|appropriate) (?:\w+ )?(?:code|status|answer|response)\b/,
    among: 'known',
  },
  {
    name: 'should it be 403? · não seria 404 em vez de 400?',
    words: ['be', 'seria', 'ser'],
    gap: /^ [`'"]?$/,
    left: /\b(?:(?:code|status|response|HTTP|[45]\d\d)\b.*\bshould (?:it |this |that )?be|seria|(?:deve|deveria|should|must|would|wouldn't) (?:it |this |that )?(?:be|ser)) (?:an? |um )?[`'"]?$/i,
    right: /^\W*(?:$|instead\b|rather\b|here\b|em vez\b)/,
    among: 'errors',
  },
  {
    name: 'on success: `201`, on a duplicate: `409`, of an answer',
    left: /(?:^|[^\w\x60])\x60$/,
    right: /^\x60(?!\w)/,
    among: 'known',
    in: ['markdown'],
    // Defaults and limits are round.
    test: (place) =>
      place.status % 100 !== 0 &&
      (isAboutRequests(place) || quotesOther(place)) &&
      !/(?:\b(?:orders?|ids?|ports?|lines?|items?|issues?|number|no|users?|timeout|size|limit|width|height|max|min|default|value|set|to|is|be|of|than|version)\b|[=<>}])[\s:]*\x60$/i.test(
        place.left,
      ),
  },
  {
    name: 'retry 503 after 2 s, never 400',
    words: words('retry retries repeat ignore handle never'),
    gap: /^ [`'"]?$/,
    left: /(?:^|[^\w.])(?:retry|retries|repeat|ignore|handle) [`'"]?$|\b[45]\d\d\b.*\bnever [`'"]?$/i,
    right: goesOn,
    among: 'errors',
    in: 'texts',
  },
  {
    name: 'unlike 502 · no more 500 on empty bodies',
    words: words('unlike more'),
    gap: /^\s[`'"]?$/,
    left: /\b(?:unlike|no more) [`'"]?$/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: 'answered 404 instead of 200',
    words: ['of', 'de'],
    left: /\b(?:answer|return|respon|repl|status|code|HTTP|devol|retorn).*\b(?:instead of|em vez de|en vez de) ["'`]?$/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'resolves to nothing on 404; rejects otherwise',
    words: ['on'],
    gap: /^ [`'"]?$/,
    right: /^[`'"]?[;,.:)]/,
    among: 'errors',
    test: ({ status, left }) =>
      status % 100 !== 0 && !/\b(?:page|room|flight|route|channel|based|depends|line) on /i.test(left),
  },
  {
    name: 'responded with 401 · failed with a 401 · retry on 429',
    words: words('with a an on as by com con um un por em en'),
    left: /\b(?:(?:respond|answer|time[sd]? out|timing out|fail|reject|end|complet|finish|return|error|refus|crash|bail|died?)(?:s|ed|ing|es)?|repl(?:y|ies|ied))\b(?: \w+){0,2} (?:with|as|by)(?: an?)? $|\b(?:retr(?:y|ies|ied|ying)|back(?:s|ing)? ?off|refresh(?:es)?|stops?|rejects?|throws?|fails?|gives? up|breaks?|dies) on(?: an?| any| every)? $|(?<![\w\u00c0-\u017f])(?:responde\w*|respondió|falh\w+|fall[aoó]\w*|termin\w+|rejeitad\w+|rechazad\w+|encerr\w+|retorn\w+|recusad\w+) (?:com|con)(?: um| un)? $/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'rejects everything over 5 MB with 413',
    words: ['with', 'com', 'con'],
    gap: /^ $/,
    left: /\b(?:reject|respond|answer|fail|refus|repl|rejeit|respond|falh)\w*(?: [^ .;:]+){3,6} (?:with|com|con) $/i,
    right: goesOn,
    among: 'errors',
    test: ({ status }) => status % 100 !== 0,
  },
  { name: 'a 404', words: words('a an um un'), gap: /^\s+`?$/, right: goesOn, among: 'errors' },
  {
    name: 'a 404 error · too many 503 error responses · 307 or 308 redirects',
    left: /(?:^|[^\d,]\s|[("'`[])$/,
    among: 'known',
    test: ({ status, left, rest }) =>
      status >= 400
        ? isError.test(rest) || (distinctive.has(status) && !/\]\s+$/.test(left) && areErrors.test(rest))
        : status >= 300 && /^ redirect/.test(rest),
  },
  {
    name: 'random 500 errors · non-200 answers',
    words: words(
      'random intermittent occasional sporadic frequent constant spurious transient repeated persistent many more non unexpected',
    ),
    gap: /^(?:\s|-)$/,
    test: ({ rest }) => areErrors.test(rest),
    among: 'known',
  },
  {
    name: 'gets a 301 and then …',
    words: words('a an um un'),
    gap: /^\s$/,
    left: new RegExp(
      `(?<![\\w\\u00c0-\\u017f])(?:${[...answering, ...getting, 'with', 'com'].join('|')}) (?:an?|um|un) $`,
      'i',
    ),
    right: goesOn,
    among: 'known',
    test: ({ status }) => status % 100 !== 0,
  },
  {
    name: 'fix 404 when the page is empty',
    words: words(
      'fix fixes fixed fixing prevent prevents avoid avoids cause causes caused causing corrige evita',
    ),
    gap: /^ [`'"]?$/,
    right: /^[`'"]? (?:when|on|for|from|if|in|after|errors?|page|quando|ao|em|no|na)\b/i,
    among: 'errors',
    in: 'texts',
  },
  {
    name: 'still 404 after the deploy',
    words: words('still again now always ainda agora sempre'),
    gap: /^ [`'"]?$/,
    left: /(?:^|[.,;:!?]\s|\b(?:is|am|are|it's|and|but|está|dá) )(?:still|again|now|always|ainda|agora|sempre) [`'"]?$/i,
    right: goesOn,
    among: 'errors',
    test: ({ status }) => status % 100 !== 0,
  },
  {
    name: 'the HTTP status of the answer (e.g. `200`) · a status code, which defaults to 204',
    words: words('g e like is to as default defaults example eg'),
    left: /\b(?:status(?:es| codes?)?|(?:response|http) codes?)\b[^.;]{0,60}(?:(?:\(|, )(?:e\.g\.|i\.e\.|eg|like|such as|default(?:s to| is|:)?),?|\.? \bdefaults? (?:to|is|:)) [`'"]?$/i,
    right: /^[`'"]?[),.;]/,
    among: 'known',
  },
  {
    name: 'handle 429 responses · improve message for 413 errors',
    words: words(
      'getting seeing throwing returning receiving handle handles handled handling for on retry retries retrying ignore ignores any all these those avoid fix',
    ),
    gap: /^\s$/,
    right: /^\s+(?:errors|responses|statuses)\b/i,
    among: 'errors',
  },
  {
    name: 'lots of 502/504 · treat it like 500',
    words: words('of like as'),
    left: /\b(?:lots|plenty|bunch|storm|wave|series|treat\w*(?: \S+){1,3}) (?:of|like|as) $/i,
    right: /^(?:\/[1-5]\d\d\b|s?\s*(?:$|[.,;!?)]))/,
    among: 'errors',
  },
  {
    name: 'from 500 to 599 · in the 400–499 range: a whole class',
    words: words('a an from between entre the de range in of any statuses status codes códigos'),
    gap: /^\s["'`]?$/,
    right:
      /^["'`]?\s?(?:-|–|—|to|and|through|until|a|e|y|até|hasta)\s?["'`]?[1-5]99\b(?!\s*(?:[a-z]+s|px|km)\b)/,
    among: 'known',
    test: ({ status, left }) =>
      status % 100 === 0 &&
      !/\b(?:pages?|rows?|lines?|ids?|items?|records?|ports?|orders?|users?|páginas?|linhas?|pedidos?)\b/i.test(
        left.slice(-30),
      ),
  },
  {
    name: 'try again with 503 · tente de novo com 503',
    words: words('with on com con para'),
    left: /\b(?:try again|retr(?:y|ies|ied)|repeat(?:s|ed)?|tent\w+|repit\w+|repet\w+|reintent\w+|intent\w+)(?: (?!de \d)[\w\u00c0-\u017f]+){0,2} (?:on|with|com|con|para)(?: an?| um| un)? $/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: '// 404 means … · # 429: …',
    left: /(?:^\s*|\s)(?:\/\/+|#|\*|--)\s$/,
    after: '/#*-',
    right: /^(?: (?:and|or) [1-5]\d\d)?\s*(?:means\b|when\b|from\b|->|=>|[:=]\s|\()/,
    among: 'known',
    in: 'programs',
    test: ({ status, right }) => (status > 300 && status % 100 !== 0) || /^: \w*response\b/i.test(right),
  },
  {
    name: 'errors are 401 (no token), 403 (no scope) · statuses such as 429',
    words: words('are include including as like são sao como'),
    left: /\b(?:errors?|status(?:es| codes?)?|codes?|responses?|erros|errores|códigos)(?: (?:are|include|including|like|such as|são|como|son))(?: HTTP)? $/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'the response is 401 · se a resposta for 401',
    words: words('is was for é foi era'),
    left: /(?:\b(?:response|answer|reply|resposta|status|retorno|código)(?: code)? (?:is|was|for|é|foi|era)|\bse for)(?: an? | um | o | )$/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'and `409` when it is locked',
    left: /\x60$/,
    right: /^\x60\s+(?:when|if|while|quando|se|cuando|si)\b/i,
    among: 'known',
    test: (place) => place.status >= 400 || place.status === 204 || quotesOther(place),
  },
  {
    name: 'with 400, correct the body · com 400, corrija o corpo',
    words: words('with on com con em en caso de'),
    left: /(?:^|[;,.:]\s)(?:with|on|com|con|em|en|(?:em|no|en) caso de)(?: an?| um| un)? $/i,
    right: /^[,:]\s/,
    among: 'errors',
  },
  {
    name: 'as respostas 429 trazem',
    words: words('resposta respostas respuesta respuestas'),
    gap: /^:?\s["'`]?$/,
    right: /^(?!\d|[.,]\d)/,
    among: 'errors',
  },
  {
    name: 'a 204 response · the 304 status',
    left: /(?:\b(?:an?|the|on|HTTP|um|uma|with|no)\s+[`'"]?)$/i,
    right: /^[`'"]?\s+(?:[a-z]+ )?(?:response|status|resposta)\b/i,
    among: 'known',
  },
  {
    name: 'whose `statusCode` is less than 400 · changes the status to 500',
    words: words('to than is between from and'),
    left: /\b(?:status|status[ _]?code|(?:response|error|http) code)[`'"]?(?:\s+[\w-]+){0,5}\s+(?:to|than|is|between|from|and)\s+[`'"]*$/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'Success: 200. Validation: 422.',
    after: ':',
    left: /(?:^|[.;,(]\s*)(?:[-*] )?(?:on |em |no )?(?:success|created|validation|not found|missing|duplicate|conflict|unauthori[sz]ed|forbidden|failure|error|sucesso|erro|duplicado|conflito): $/i,
    right: /^(?:[.,;)]|\s*$)/,
    among: 'known',
    test: ({ left, right }) => /(?<![\w.])(?:[1-5]xx|[1-5]\d\d)\b/i.test(`${left} ${right}`),
  },
  {
    name: 'does 204 mean that it was deleted?',
    left: /\b(?:does|will|can|doesn't) (?:an? |the )?[`'"]?$/i,
    right: /^[`'"]? mean\b/,
    among: 'known',
  },
  {
    name: 'every answer from 400 on',
    words: ['from'],
    gap: /^ [`'"]?$/,
    right: /^[`'"]? (?:on|up|upwards?)\b/,
    among: 'errors',
    test: isAboutRequests,
  },
  {
    name: 'should have 200 status code',
    right: /^[`'"]? (?:HTTP )?status codes?\b/i,
    left: /(?:^|[\s("'`])$/,
    among: 'known',
  },
  {
    name: 'with status 408 · for status 301, 302',
    words: ['status'],
    gap: /^\s["'`]?$/,
    left: /\b(?:with|for|HTTP|returns?|returned|a|the|of|get|and|or|on|as|com|con|o|el)\s+status ["'`]?$/i,
    right: goesOn,
    among: 'known',
  },
];
