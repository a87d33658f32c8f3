import { decode } from './decode';
import { isSecretName, isSecretParameter } from './secret-names';

/**
 * Whose body it is. In an error answer the value of `password` is often a sentence about it ("is too short"), so that
 * only what looks like a secret is one there.
 */
export type BodyOwner = 'request' | 'answer' | 'error';

/** Characters; beyond them only the patterns of `redactor` apply. What a request holds may be quoted anywhere. */
const limits: Readonly<Record<BodyOwner, number>> = { request: 1_000_000, answer: 200_000, error: 200_000 };
/** A list of a thousand sessions is not searched for one by one: `redactor` knows them by the names beside them. */
const mostSecrets = 100;

/** `"name": "value"`, also with single quotes and in JSON that is broken; the value may be a number. */
const jsonMember =
  /["']([\w$.\- ]{1,60})["']\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d[\d.]*)|\[([^\][{}]*)\])/g;
/** The same without quotes around the name, as in GraphQL and JavaScript, and in JSON within JSON. */
const looseMember =
  /(?<![\w$"'.-])(?:\\")?([A-Za-z_][\w-]{1,60})(?:\\")?\s*:\s*(?:"((?:[^"\\\r\n]|\\.)*)"|'([^'\\\r\n]*)'|\\"((?:[^"\\\r\n]|\\{2,}(?=[^"\\])|\\{3,}")*)\\")/g;
const formPair = /(?:^|&)([^=&\s]{1,80})=([^&\r\n]*)/g;
const xmlElement = /<([\w:.-]{1,60})(?:\s[^<>]*)?>(?:\s*<!\[CDATA\[([^\]]*)\]\]>|([^<>]+)<\/)/g;
const xmlAttribute = /\s([\w:.-]{1,60})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Adds the values of secret fields of a JSON, form, multipart or XML body, whether it is well-formed or not. */
export function collectFromBody(
  body: string,
  names: ReadonlySet<string>,
  owner: BodyOwner,
  into: Set<string>,
): void {
  const text = body.slice(0, limits[owner]);
  let count = 0;
  const add = (value: string): void => {
    if ((owner === 'error' && !looksSecret(value)) || count >= mostSecrets) return;
    count++;
    into.add(value);
  };
  const start = text.trimStart().charAt(0);
  if (start === '<') {
    for (const pattern of [xmlElement, xmlAttribute])
      for (const [, name = '', first, second = ''] of text.matchAll(pattern)) {
        if (!isSecretName(name.replace(/^.*:/, ''), names)) continue;
        const value = (first ?? second).trim();
        add(value);
        add(unescapeXml(value));
      }
    return;
  }
  for (const [, name = '', double, single, number, array] of text.matchAll(jsonMember)) {
    if (!isSecretName(name, names)) continue;
    if (array !== undefined) {
      if (owner !== 'error')
        for (const [, item = ''] of array.matchAll(/"((?:[^"\\]|\\.)*)"/g)) add(unescapeJson(item));
      continue;
    }
    add(unescapeJson(double ?? single ?? number ?? ''));
  }
  for (const [, name = '', double, single, nested] of text.matchAll(looseMember)) {
    if (!isSecretName(name, names)) continue;
    add(nested === undefined ? unescapeJson(double ?? single ?? '') : unescapeJson(unescapeJson(nested)));
  }
  if (start === '{' || start === '[') {
    if (owner !== 'error') for (const value of groupedSecrets(text, names)) add(value);
    return;
  }
  for (const [, name = '', value = ''] of text.slice(0, 100_000).matchAll(formPair)) {
    if (!isSecretParameter(decode(name), names)) continue;
    add(value);
    add(decode(value));
  }
  if (text.startsWith('--')) collectFromMultipart(text, names, add);
}

function collectFromMultipart(text: string, names: ReadonlySet<string>, add: (value: string) => void): void {
  for (const [, name = '', value = ''] of text.matchAll(
    /;\s*name="([^"\r\n]{1,80})"[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]*)/g,
  )) {
    if (isSecretParameter(name, names)) add(value);
  }
}

/** A token or key rather than a sentence or a plain word. */
const looksSecret = (value: string): boolean =>
  !/\s/.test(value) && value.length >= 6 && !/^[A-Za-z]+(?:_[A-Za-z]+)*$/.test(value);

/** `"tokens": { "access": "…" }`, `"session": { "id": "…" }`: the group's name tells. */
function* groupedSecrets(text: string, names: ReadonlySet<string>): Iterable<string> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return;
  }
  const open: { value: unknown; secret: boolean }[] = [{ value: root, secret: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, secret } = next;
    if (typeof value === 'string' && secret && looksGenerated(value)) yield value;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value))
      open.push({ value: inner, secret: secret || (!Array.isArray(value) && isSecretName(name, names)) });
  }
}

/** Nothing that a person would write, no time, no address. */
const looksGenerated = (value: string): boolean =>
  value.length >= 12 &&
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  !/[\s@]|:\/\/|^\d{4}-\d\d-\d\d/.test(value);

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? '');

function unescapeJson(escaped: string): string {
  try {
    return JSON.parse(`"${escaped}"`) as string;
  } catch {
    return escaped;
  }
}
