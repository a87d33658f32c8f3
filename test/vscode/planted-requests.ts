/** Secrets, all made anew for one run, and the requests that hold ten of them each, as variables of an environment. */
export interface Plantings {
  /** By the name of their variable. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly kind: string; readonly lines: readonly string[] }[];
}

/** How many of a kind. */
const many = 10;

type Fill = (variables: readonly string[]) => readonly string[];

const json = (members: readonly string[]): string[] => [
  'Content-Type: application/json',
  '',
  `{${members.join(', ')}}`,
];
const at = (path: string): string => `{{origin}}/${path}`;
const everyOf = (variables: readonly string[], text: (variable: string, index: number) => string): string[] =>
  variables.map((name, index) => text(`{{${name}}}`, index));

/** Twenty places in which secrets stand; the name of a variable says what it is, as authors' do. */
const kinds: Readonly<Record<string, readonly [variable: string, fill: Fill]>> = {
  bearer: ['TOKEN', ([name]) => [`GET ${at('bearer')}`, `Authorization: Bearer {{${name}}}`]],
  basic: ['PASSWORD', ([name]) => [`GET ${at('basic')}`, `Authorization: Basic ann:{{${name}}}`]],
  digest: ['PASSWORD', ([name]) => [`GET ${at('digest')}`, `Authorization: Digest ann {{${name}}}`]],
  cookies: ['SESSION', (names) => [`GET ${at('cookies')}`, `Cookie: ${everyOf(names, (value, index) => `c${index}=${value}`).join('; ')}`]],
  keys: ['API_KEY', (names) => [`GET ${at('keys')}`, ...everyOf(names, (value, index) => `X-${index}-Api-Key: ${value}`)]],
  fields: ['SECRET', (names) => [`GET ${at('fields')}`, ...everyOf(names, (value, index) => `X-Trace-${index}: ${value}`)]],
  query: ['TOKEN', (names) => [`GET ${at('query')}?${everyOf(names, (value, index) => `token${index}=${value}`).join('&')}`]],
  path: ['TOKEN', (names) => [`GET ${at(everyOf(names, (value) => value).join('/'))}`]],
  fragment: ['TOKEN', ([name]) => [`GET ${at('fragment')}?code={{${name}}}#access_token={{${name}}}`]],
  json: ['PASSWORD', (names) => [`POST ${at('json')}`, ...json(everyOf(names, (value, index) => `"password${index}": "${value}"`))]],
  nested: ['SECRET', (names) => [`PUT ${at('nested')}`, ...json([`"list": [${everyOf(names, (value) => `{"client_secret": "${value}"}`).join(', ')}]`])]],
  form: ['PASSWORD', (names) => [`POST ${at('form')}`, 'Content-Type: application/x-www-form-urlencoded', '', everyOf(names, (value, index) => `p${index}=${value}`).join('&')]],
  multipart: ['SECRET', (names) => [`POST ${at('multipart')}`, 'Content-Type: multipart/form-data; boundary=cut', '', ...everyOf(names, (value, index) => `--cut\nContent-Disposition: form-data; name="s${index}"\n\n${value}`), '--cut--']],
  xml: ['PASSWORD', (names) => [`POST ${at('xml')}`, 'Content-Type: application/xml', '', `<a>${everyOf(names, (value) => `<Password>${value}</Password>`).join('')}</a>`]],
  graphql: ['TOKEN', (names) => [`POST ${at('graphql')}`, ...json(['"query": "mutation { login }"', `"variables": {${everyOf(names, (value, index) => `"token${index}": "${value}"`).join(', ')}}`])]],
  text: ['PRIVATE_KEY', (names) => [`POST ${at('text')}`, 'Content-Type: text/plain', '', everyOf(names, (value) => value).join(' ')]],
  broken: ['PASSWORD', (names) => [`POST ${at('broken')}`, 'Content-Type: application/json', '', `{${everyOf(names, (value, index) => `'password${index}': '${value}'`).join(', ')}`]],
  redirect: ['TOKEN', ([name]) => [`GET ${at('moved')}`, `Authorization: Bearer {{${name}}}`]],
  elsewhere: ['TOKEN', ([name]) => [`POST ${at('elsewhere')}`, `X-Api-Key: {{${name}}}`, ...json([`"access_token": "{{${name}}}"`])]],
  refused: ['PASSWORD', ([name]) => [`GET http://127.0.0.1:4/?password={{${name}}}`, `Authorization: Basic ann:{{${name}}}`]],
}; // prettier-ignore

/** Kinds that have room for one secret at a time get a request each. */
const single = new Set(['bearer', 'basic', 'digest', 'fragment', 'redirect', 'elsewhere', 'refused']);

export function plantings(random: () => string): Plantings {
  const secrets: Record<string, string> = {};
  const requests = Object.entries(kinds).flatMap(([kind, [word, fill]]) => {
    const names = Array.from({ length: many }, (_, index) => `${kind.toUpperCase()}_${index}_${word}`);
    for (const name of names) secrets[name] = random();
    const groups = single.has(kind) ? names.map((name) => [name]) : [names];
    return groups.map((group) => ({ kind, lines: fill(group) }));
  });
  return { secrets, requests };
}
