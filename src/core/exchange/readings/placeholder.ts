/** `{{token}}`, its percent-encoded form, `${TOKEN}`: a variable that nothing filled in. */
const variable = /\{\{[^{}]*\}\}|%7B%7B.*?%7D%7D|\$\{[^{}]*\}/i;

/** What a credential is called where documentation leaves it to the reader. */
const called = String.raw`(?:api|access|auth|bearer|refresh|secret|client|app|jwt|id)?[-_ ]?(?:token|key|secret|jwt|credentials?|password)`;

/** Characters of a value that is read as words. */
const longest = 80;

/** Values that begin with such a word and end with what a credential is called. */
const named = (words: string): RegExp =>
  new RegExp(
    String.raw`^(?:${words})(?:[-_ .]?(?:your|my|the|own|real|with)){0,4}[-_ .]?(?:[a-z\d]+[-_ .]){0,6}?${called}(?:[-_ .]?(?:goes|value|string)){0,3}(?:[-_ .]?here)?$`,
    'i',
  );

/** Values that come of a missing variable in scripts, or stand in documentation for a value of one's own. */
const standIns: readonly RegExp[] = [
  /^(?:undefined|null|none|nan|\[object object\])$/i,
  // `<token>`, `[your key]`, `{token}`, `:token`, `$TOKEN`, `%TOKEN%`
  /^(?:<[^<>]*>|\[[\w -]*\]|\{[\w -]*\}|\$[A-Z_]+|%[A-Z_]+%)$/i,
  new RegExp(`^:${called}$`, 'i'),
  // `YOUR_API_KEY`, `your key goes here`, `insert-your-token`
  named('your|insert|put|replace|paste|enter|add'),
  new RegExp(String.raw`^${called}[-_ ]?(?:goes[-_ ]?)?here$`, 'i'),
  // The very word for it: `token`, `api_key`, `access-token`.
  /^(?:api[-_ ]?key|access[-_ ]?token|auth[-_ ]?token|bearer[-_ ]?token|refresh[-_ ]?token|client[-_ ]?secret|api[-_ ]?token|token|jwt|string)$/i,
  /^(?:change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with[-_ \w]*)|fill[-_ ]?(?:me|in|this)[-_ \w]*|todo|tbd|fixme|placeholder|redacted)!?$/i,
  // `xxx`, `****`, `...`, `XXXX-XXXX-XXXX`, `sk_test_xxxxxxxx`, `eyJ...`
  /^(?:[a-z]{2,6}[-_](?:(?:test|live|proj)[-_])?)?[x*.…•]{3,}(?:[-_ ][x*.…•]{3,})*$/i,
  /^eyJ[\w-]{0,40}(?:\.{3,}|…)$/,
];

/** What people also give to servers of their own: `my-secret-key`, `test-token`. */
const perhapsStandIn = named('my|the|some|example|sample|dummy|fake|test');

/** The variable in a text that was sent as it stands, if there is one. */
export const unresolvedIn = (text: string): string | undefined => variable.exec(text.slice(0, 65_536))?.[0];

/** Whether a credential is a word that stands for one. */
export function isStandIn(token: string): boolean {
  const text = token.trim();
  return (
    text.length <= longest && unresolvedIn(text) === undefined && standIns.some((each) => each.test(text))
  );
}

/** Whether it may be one, and may be the password of a server for tests. */
export const mayBeStandIn = (token: string): boolean =>
  token.length <= longest && perhapsStandIn.test(token.trim());

/** Whether a credential is no credential but the place for one. */
export const isPlaceholder = (token: string): boolean =>
  unresolvedIn(token) !== undefined || isStandIn(token);
