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
const formPair = /(?:^|&)([^=&\s]{1,80})=([^&\r\n]*)/g;
const xmlElement = /<([\w:.-]{1,60})(?:\s[^<>]*)?>([^<>]+)<\//g;

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
    for (const [, name = '', value = ''] of text.matchAll(xmlElement)) {
      if (isSecretName(name.replace(/^.*:/, ''), names)) add(value.trim());
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
  if (start === '{' || start === '[') return;
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

function unescapeJson(escaped: string): string {
  try {
    return JSON.parse(`"${escaped}"`) as string;
  } catch {
    return escaped;
  }
}
