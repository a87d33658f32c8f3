import { type StatusRule, words } from './rule';

/** Words that carry a sentence on after a status, in English, Portuguese and Spanish. */
const conjunctions =
  `for from on with when whenever while because and or as if until by due is was are again instead
  after before in to but at since status response page code upstream curl received via trying calling during without should must may will would can could needs even once
  then every than not mean means unless here there now always
  e ou para por quando ao aos no na nos nas em com sem após apos depois durante porque pois se mas até ate antes desde
  pelo pela via novamente enquanto mesmo toda sempre
  y o cuando al del en con sin tras después despues hasta pero durante otra sino siempre`.split(/\s+/);

/** What may follow a status in a sentence; a noun would make it a number of things. */
const goesOn = new RegExp(
  String.raw`^(?:\/[1-5]\d\d\b|<\/|\s*(?:$|[.,;:!?)\]}"'\x60|]|—|–|->|=>|- |\()|\s+(?:(?:${conjunctions.join('|')})(?![\w\u00c0-\u017f])|de (?:novo|nuevo|volta)\b|errors?\b(?=\s+(?:for|from|on|when|code|response|page|with|while|again|and|or|to|\W))))`,
  'i',
);

const isError =
  /^[`'"]?\s+(?:HTTP )?(?:error|status|response)(?: (?:code|page|response)s?)?(?:\W|$)|^\s+(?:client|server) error\b/i;

/** What is tried and fails: \`could not load …: 404\`, \`falha ao consultar …: 503\`. */
const attempts =
  `fetch load get post put call retrieve download upload request connect send query authenticate login
  log list create update delete push pull publish register resolve refresh sync sign deliver submit reach access open
  consultar chamar buscar obter enviar baixar carregar autenticar requisitar acessar conectar criar atualizar excluir
  llamar obtener cargar descargar crear actualizar`.split(/\s+/);

/** What is a sentence wherever it stands: no program says `HTTP 503` of anything else. */
export const plainRules: readonly StatusRule[] = [
  {
    name: 'HTTP 503 · HTTP Error 503 · HTTP status 503',
    words: ['http', 'https', 'httpstatus'],
    gap: /^(?:\s|: ?|-|=)$/,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'where 401 = <Response [401]>.status_code',
    left: /<Response \[$|\bwhere $/,
    right: /^(?:\]>| = <Response \[)/,
    among: 'all',
  },
];

/** Messages of clients and servers, and what people write of statuses. */
export const sentenceRules: readonly StatusRule[] = [
  {
    name: 'HTTP Error 503 · HTTP status code 503 · HTTP response 503',
    words: words('error status code codes response statuses errors'),
    left: /\bHTTP[ -](?:error|status|response|client error|server error)(?: codes?| errors?)?["']?(?:\s|:|=|\s?-)\s*["'(]?$/i,
    among: 'known',
  },
  {
    name: 'status code 429 · response code: 403 · error code: 502 · code 404',
    words: words('code codes'),
    left: /\b(?:status|response|http|reply|result)[ _-]codes?["'`\])]*\s*(?:[:=]|is|was|of)?\s*["'`([]*$/i,
    among: 'all',
  },
  {
    name: 'Error code: 401',
    words: ['code'],
    left: /\b(?:error|with|received|got) code:?\s*$/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: 'error 404',
    words: ['error', 'err', 'exception', 'errors', 'erro', 'erros', 'errores'],
    gap: /^[:\s]\s*[[(]?$/,
    right: goesOn,
    among: 'errors',
    in: 'texts',
  },
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
    words: words('status estado erro error resposta respuesta retorno http'),
    left: /\bc[oó]digo (?:de )?(?:status|estado|erro|error|resposta|respuesta|retorno|http)(?: http)?:? ["'`]?$/i,
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
    name: 'returned 503 · got 404',
    words:
      words(`returned returns return sending responded responds answered answers replied replies got gets get received receives
      receive sends sent throws gives gave yields reports reported expected actual gotten returning respond answer reply
      retorna retornou retornar retornando retornava devolve devolveu devolver devolvendo responde respondeu responder
      recebe recebeu recebi recebemos receber deu dá obteve obtive lança lançou veio
      devuelve devolvió devolver retornó respondió recibe recibió recibí recibimos recibir obtuvo dio lanza lanzó`),
    gap: /^[:\s]\s*["'`]?$/,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'responded with 401 · failed with a 401 · retry on 429',
    words: words('with a an on as by com con um un por em en'),
    left: /\b(?:(?:respond|answer|time[sd]? out|timing out|fail|reject|end|complet|finish|return|error|refus|crash|bail|died?)(?:s|ed|ing|es)?|repl(?:y|ies|ied))\b(?: \w+){0,2} (?:with|as|by)(?: an?)? $|\b(?:retr(?:y|ies|ied|ying)|back(?:s|ing)? ?off|refresh(?:es)?|stops?|rejects?|throws?|fails?|gives? up|breaks?|dies) on(?: an?| any| every)? $|(?<![\w\u00c0-\u017f])(?:responde\w*|respondió|falh\w+|fall[aoó]\w*|termin\w+|rejeitad\w+|rechazad\w+|encerr\w+|retorn\w+|recusad\w+) (?:com|con)(?: um| un)? $/i,
    right: goesOn,
    among: 'known',
  },
  { name: 'a 404', words: words('a an um un'), gap: /^\s+$/, right: goesOn, among: 'errors' },
  {
    name: 'a 404 error · too many 503 error responses',
    left: /(?:^|[^\d,]\s|[("'`[])$/,
    right: isError,
    among: 'errors',
  },
  {
    name: 'handle 429 responses · improve message for 413 errors',
    words: words(
      'handle handles handled handling for on retry retries retrying ignore ignores any all these those avoid fix',
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
    name: 'An error occurred (404) · ApiException: (404)',
    after: '(',
    left: /(?:error|erro|exception|fail\w*|falh\w+|limit\w*|limite \w+|exceeded|timeout|timed out|denied|refused|unauthori[sz]ed|forbidden|occurred|not found|unavailable|status|response|rejected|conflict)[.:\s]\s*\($/i,
    right: /^\)/,
    among: 'errors',
  },
  {
    name: 'request failed: 503',
    words: words('failed error rejected refused denied falhou rejeitada recusada'),
    left: /\b(?:request|upload|download|call|fetch|login|delivery|query|response|upstream|requisição|chamada|consulta) (?:has |foi )?(?:failed|error|rejected|refused|denied|falhou|rejeitada|recusada)\W{1,3}$/i,
    right: goesOn,
    among: 'errors',
  },
  {
    name: 'Unexpected server response: 401',
    words: ['response'],
    gap: /^: ?$/,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'Failed to fetch: 401',
    left: new RegExp(
      String.raw`(?<![\w\u00c0-\u017f])(?:failed to|failure to|could ?n['o]t|cannot|can't|unable to|error while|error when|(?:falha|erro|error|fallo) (?:ao|al)|não foi possível|no se pudo)\s(?:${attempts.join('|')})(?:ing)?\b(?:[^:\n]|:\/\/|:\d){0,90}: $`,
      'i',
    ),
    after: ':',
    right: goesOn,
    among: 'errors',
  },
  {
    name: '// 404 means … · # 429: …',
    left: /(?:^\s*|\s)(?:\/\/+|#|\*|--)\s$/,
    after: '/#*-',
    right: /^\s*(?:means\b|when\b|from\b|->|=>|[:=]\s|\()/,
    among: 'errors',
    in: 'programs',
    test: ({ status }) => status % 100 !== 0,
  },
  { name: 'FeignException: [401] during [GET] to', left: /\[$/, right: /^\] during \[/, among: 'all' },
  { name: 'Expected(200) <=> Actual(503', words: ['expected', 'actual'], gap: /^\($/, among: 'known' },
  {
    name: 'ContentTypeError: 502, message=… · UnknownObjectException: 404 {"message": …',
    left: /\w(?:Error|Exception): $/,
    after: ':',
    right: /^(?:, message=|\s+\{\s*["']\w+["']:)/,
    among: 'errors',
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
    name: '404 != 200 (response status)',
    right: /^\s*(?:!==?|===?|<>)\s*[1-5]\d\d\b.*\bstatus/i,
    among: 'known',
  },
  {
    name: 'and `409` when it is locked',
    left: /\x60$/,
    right: /^\x60\s+(?:when|if|while|quando|se|cuando|si)\b/i,
    among: 'errors',
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
    gap: /^\s["'`]?$/,
    right: /^(?!\d|[.,]\d)/,
    among: 'errors',
  },
  {
    name: 'a 204 response · the 304 status',
    left: /(?:\b(?:an?|the|on|HTTP|um|uma|with|no)\s+[`'"]?)$/i,
    right: /^[`'"]?\s+(?:response|status|resposta)\b/i,
    among: 'known',
  },
  {
    name: 'status code = %d; want 200',
    words: words('want wanted wants expected expects'),
    gap: /^\s?[=:]?\s?["'`]?$/,
    left: /\b(?:status|statuscode|HTTP)\b.*$/i,
    right: goesOn,
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
    name: 'with status 408 · for status 301, 302',
    words: ['status'],
    gap: /^\s["'`]?$/,
    left: /\b(?:with|for|HTTP|returns?|returned|a|the|of|get|and|or|on|as|com|con|o|el)\s+status ["'`]?$/i,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'response: code: 401, message: denied',
    words: ['code'],
    gap: /^: ?$/,
    right: /^,\s*(?:message|reason|error)\b/i,
    among: 'errors',
  },
  {
    name: 'stop sending, code 401',
    words: ['code'],
    gap: /^:? $/,
    left: /\bHTTP\b.*\bcode:? $/,
    right: goesOn,
    among: 'errors',
  },
  { name: 'npm ERR! 404', words: ['err', 'error'], left: /\bnpm (?:ERR!|error) $/, among: 'errors' },
  { name: 'kind: Status(502)', words: ['status'], gap: /^\($/, right: /^\)/, among: 'all' },
  { name: 'XHRGET … [HTTP/2 404', after: '0123', left: /\[HTTP\/\d(?:\.\d)? $/, among: 'all' },
  {
    name: 'expected 200, got 500',
    words: ['than', 'not', 'but'],
    left: /\b(?:status|HTTP|expected|returned)\b.{0,40}\b(?:not|but|than) (?:a )?$/i,
    right: goesOn,
    among: 'known',
    in: 'texts',
  },
];
