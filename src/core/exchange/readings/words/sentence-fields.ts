import type { FieldError } from './field-errors';

const name = '([a-zA-Z_$][\\w$]*(?:[./[][\\w$]+\\]?)*)';
const quoted = `["'\`“]${name}["'\`”]`;
/** What a field is called in sentences, and what may stand before that. */
const kind =
  '(?:parameters?|params?|fields?|property|properties|attributes?|arguments?|columns?|campos?|par[âa]metros?)';
const place =
  '(?:(?:required|mandatory|query|path|request|body|form|url|input|json|query string|obrigat[óo]rio) )*';
const wrong =
  "(?:must|should|may not|cannot|can't|can not|has to|is (?:a )?(?:required|mandatory|missing|invalid|not|too|empty|unknown|undefined|already)|are required|was not|were not|not (?:valid|allowed|provided|specified|present|a|an)|does not|doesn't|failed|contains|length|expected|invalid|missing|size|deve|é obrigat|inválid|não)";

/** Sentences of validating libraries, each with the place of the field's name in it; every one that matches counts. */
const sentences: readonly RegExp[] = [
  // encoding/json of Go.
  /cannot unmarshal \w+ into Go struct field \w*\.([\w.]+) of type/g,
  // validator of Go.
  /Field validation for '([\w.[\]]{1,100})' failed on the/g,
  // Jackson: the last of `["items"]->java.util.ArrayList[0]->com.example.Item["sku"]`.
  /through reference chain: [^)]{0,400}\["([\w$-]{1,100})"\]\)/g,
  // System.Text.Json.
  /\bPath: \$\.([\w.[\]]{1,200}) \|/g,
  // serde_json, and what puts the path before it.
  /(?:missing|unknown|duplicate) field `([\w$-]{1,100})`/g,
  // `must have required property 'title'`, `has no property "title"`, `No such key 'email'`.
  /(?:required property|no property|(?:no such|missing|unknown|unexpected) (?:key|property|field|parameter|argument)) ["'`]([\w$.-]{1,100})["'`]/gi,
  // `Required request parameter 'customer' for …`, `Query parameter "limit" must be …`, `O campo value deve …`.
  new RegExp(
    `(?:^|[.:;,] |\\n)(?:(?:the|a|an|o|missing|invalid|unknown|bad|empty) )*${place}${kind}:? (?:${quoted}|${name}(?= ${wrong}))`,
    'gi',
  ),
  // `Missing required parameter: limit`.
  new RegExp(
    `(?:missing|invalid|unknown|bad|empty|unexpected) ${place}${kind}(?:\\(s\\))?:? ${name}(?=$|[.,;])`,
    'gi',
  ),
  // `Invalid value for 'from': expected …`.
  new RegExp(
    `(?:invalid|missing|bad|unsupported|unexpected|unknown|illegal|wrong) (?:value|format|type|input|data|enum value)s? (?:for|of|in) (?:the )?(?:enum )?(?:${kind} )?(?:${quoted}|${name}(?=$|[ .,;:]))`,
    'gi',
  ),
  // `The "limit" parameter is required.`, `The email field must be …`.
  new RegExp(`(?:^|[.:;,] |\\n)(?:the |o )?(?:${quoted}|${name}) ${place}${kind} ${wrong}`, 'gi'),
  // `"quantity" must be a number`, `'email' is a required property`.
  new RegExp(`(?:^|[.;:,] |\\n)${quoted} ${wrong}`, 'g'),
  // `order.quantity: must be greater than 0`, `quantity: invalid type: string`.
  new RegExp(`(?:^|[.;:,] |\\n)${name}: ${wrong}`, 'g'),
];

/** `email is required`: a name and nothing else before what is wrong with it. */
const bare = new RegExp(
  `^${name} (?:must (?:be|not|have|contain|match)|should (?:be|not)|is (?:a )?(?:required|mandatory|missing|invalid)|is not (?:a |an )?valid|(?:cannot|can't|must not|may not) be (?:blank|empty|null)|has already been taken|has to be)\\b`,
);

/** What such a sentence may be about that is no field. */
const noField =
  /^(?:the|a|an|it|this|that|which|request|body|payload|content|input|data|json|xml|object|headers?|method|resource|authentication|authorization|auth|login|user|access|permission|credentials?|token|session|signature|api|key|is|was|are|of|for|in|with|and|or|not|must|errors?|you|we|please|one|some|all|required|missing|invalid|unknown)$/i;

/** The fields that a sentence names as wrong; none where it is about something else. */
export function sentenceFields(message: string): FieldError[] {
  const text = message.slice(0, 2000);
  const found = sentences.flatMap((sentence) =>
    [...text.matchAll(sentence)].slice(0, 20).flatMap(([, ...names]) => names.filter(Boolean)),
  );
  const names = new Set(
    [...found, ...(bare.exec(text)?.slice(1) ?? [])].filter((field) => !noField.test(field)),
  );
  return [...names].map((field) => ({ field, messages: [message] }));
}
