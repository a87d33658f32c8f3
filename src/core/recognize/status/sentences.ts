import { type StatusRule, words } from './rule';

/** What may follow a status in a sentence; a noun would make it a number of things. */
const goesOn =
  /^(?:\/[1-5]\d\d\b|<\/|\s*(?:$|[.,;:!?)\]}"'`|]|—|–|->|=>|- |\()|\s+(?:for|from|on|with|when|whenever|while|because|and|or|as|if|until|by|due|is|was|are|again|instead|after|before|in|to|but|at|since|errors?\b(?=\s+(?:for|from|on|when|code|response|page|with|while|again|and|or|to|\W))|status|response|page|code|upstream|curl|received|via|trying|calling|during|even|once|then|every|than|not|mean|means|unless)\b)/i;

const isError =
  /^\s+(?:error|status|response)(?: (?:code|page|response)s?)?(?:\W|$)|^\s+(?:client|server) error\b/i;

/** Messages of clients and servers, and what people write of statuses. */
export const sentenceRules: readonly StatusRule[] = [
  {
    name: 'HTTP 503 · HTTP Error 503 · HTTP status 503',
    words: ['http', 'https', 'httpstatus'],
    gap: /^(?:\s|: ?|-|=)$/,
    right: goesOn,
    among: 'known',
  },
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
    words: ['error', 'err', 'exception', 'errors'],
    gap: /^[:\s]\s*[[(]?$/,
    right: /^\s*(?:$|[:.,;!)\]"'–—]|-\s|<\/)/,
    among: 'errors',
    in: 'texts',
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
      words(`returned returns return responded responds answered answers replied replies got gets get received receives
      receive sends sent throws gives gave yields reports reported expected actual gotten returning respond`),
    gap: /^[:\s]\s*["'`]?$/,
    right: goesOn,
    among: 'known',
  },
  {
    name: 'responded with 401 · failed with a 401 · retry on 429',
    words: words('with a an on as by'),
    left: /\b(?:(?:respond|answer|fail|reject|end|complet|finish|return|error|refus|crash|bail|died?)(?:s|ed|ing|es)?|repl(?:y|ies|ied))\b(?: \w+){0,2} (?:with|as|by)(?: an?)? $|\b(?:retr(?:y|ies|ied|ying)|back(?:s|ing)? ?off|refresh(?:es)?|stops?) on(?: an?)? $/i,
    right: goesOn,
    among: 'known',
  },
  { name: 'a 404', words: words('a an'), gap: /^\s+$/, right: goesOn, among: 'errors' },
  {
    name: 'a 404 error · too many 503 error responses',
    left: /(?:^|[^\d,]\s|[("'`[])$/,
    right: isError,
    among: 'errors',
  },
  {
    name: 'An error occurred (404) · ApiException: (404)',
    after: '(',
    left: /(?:error|exception|fail\w*|limit\w*|timeout|timed out|denied|refused|unauthori[sz]ed|forbidden|occurred|not found|unavailable|status|response|rejected|conflict)[:\s]\s*\($/i,
    right: /^\)/,
    among: 'errors',
  },
  {
    name: 'request failed: 503',
    words: words('failed error rejected refused denied'),
    left: /\b(?:request|upload|download|call|fetch|login|delivery|query|response|upstream) (?:has )?(?:failed|error|rejected|refused|denied)\W{1,3}$/i,
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
    left: /\bfailed to \w+[\w ]{0,30}: $/i,
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
