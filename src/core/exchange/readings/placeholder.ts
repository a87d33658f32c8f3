/** `{{token}}`, its percent-encoded form, `${TOKEN}`: a variable that nothing filled in. */
const variable = /\{\{[^{}]*\}\}|%7B%7B.*?%7D%7D|\$\{[^{}]*\}/i;

/** Values that come of a missing variable in scripts, or stand in documentation for a value of one's own. */
const standIn =
  /^(?:undefined|null|none|nan|\[object object\]|<[^<>]*>|(?:your|my|insert|put|replace)[-_ ][\w -]*(?:token|key|secret|jwt)[\w -]*|[x*.…]{3,})$/i;

/** The variable in a text that was sent as it stands, if there is one. */
export const unresolvedIn = (text: string): string | undefined => variable.exec(text.slice(0, 65_536))?.[0];

/** Whether a credential is no credential but the place for one. */
export const isPlaceholder = (token: string): boolean =>
  unresolvedIn(token) !== undefined || standIn.test(token.trim().slice(0, 200));
