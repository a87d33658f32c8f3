import type { Reading } from '../exchange/reading';

/** What answers say when they mean a fact, in English and Portuguese. */
const topics: readonly (readonly [fact: RegExp, said: RegExp])[] = [
  [/^jwt\.expired$|^clock\./, /expir/i],
  [
    /^jwt\.notYetValid$|^clock\./,
    /not (?:yet )?(?:valid|active) yet|not yet|immature|\bnbf\b|\biat\b|ainda não/i,
  ],
  [/^jwt\.malformed$|^jwt\.algNone$/, /malformed|decod|signature|segments|corrupt|format|inválid|\bpars/i],
  [/^jwt\.refreshAsAccess$/, /wrong type|token type|refresh|access token/i],
  [/^jwt\.(?:scopeMissing)$|^claim$/, /scope|permission|role|privilege|forbidden|permiss/i],
  [/^jwt\.issuerMismatch$/, /\biss(?:uer)?\b|emissor/i],
  [/^jwt\.audienceMismatch$/, /\baud(?:ience)?\b|audiência/i],
  [/^(?:jwt\.e|auth\.keyE)nvironmentMismatch$/, /environment|sandbox|\btest mode|live mode|ambiente/i],
  [
    /^auth\.(?:missing|scheme|cookieOnly|keyInWrongHeader)/,
    /not provided|missing|required|no (?:token|auth|credential|api key)|ausente|não fornecid/i,
  ],
  [/^auth\.keyInWrongHeader$/, /api[ _-]?key/i],
  [/^request\.bodyInvalidJson$/, /json|parse|syntax|malformed/i],
  [/^request\.contentType|^requestMediaType$/, /content[- ]type|media type|unsupported|form/i],
  [/^answer\.fieldErrors$/, /valid|required|field|campo|obrigat/i],
  [/^request\.idempotencyKeyMissing$/, /idempoten/i],
];

/** Whether one of these facts is about what the answer complains of, in its code or its messages. */
export function isComplaintAbout(facts: readonly string[], { words, challenges }: Reading): boolean {
  const said = [
    ...words.codes,
    ...words.messages,
    ...challenges.map(({ parameters }) => parameters['error_description'] ?? ''),
  ]
    .join('\n')
    .slice(0, 4000);
  return topics.some(([fact, about]) => about.test(said) && facts.some((name) => fact.test(name)));
}
