import type { Fields } from './fields';

/** One challenge of WWW-Authenticate or Proxy-Authenticate (RFC 9110 §11.3). */
export interface Challenge {
  readonly scheme: string;
  /** By lower-case name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly token68?: string;
  readonly proxy: boolean;
}

/** The challenges of an answer, the server's before the proxy's (RFC 9110 §11.6.1). */
export function readChallenges(answer: Fields): Challenge[] {
  return [
    ...answer.all('www-authenticate').flatMap((value) => parseChallenges(value, false)),
    ...answer.all('proxy-authenticate').flatMap((value) => parseChallenges(value, true)),
  ];
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const parameterPattern = new RegExp(
  String.raw`(${token})[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|(${token}))(?=[ \t]*(?:,|$))`,
  'y',
);
const schemePattern = new RegExp(String.raw`(${token})(?=[ \t]|,|$)`, 'y');
const token68Pattern = /[0-9A-Za-z._~+/-]+=*(?=[ \t]*(?:,|$))/y;
const separatorPattern = /[ \t,]*/y;

/**
 * Several challenges may share one field, split by the same commas as their parameters (RFC 9110 §11.6.1): what is
 * followed by `=` is a parameter of the challenge before it, anything else starts a new one. Ends at what is neither.
 */
export function parseChallenges(value: string, proxy = false): Challenge[] {
  const challenges: {
    scheme: string;
    parameters: Record<string, string>;
    token68?: string;
    proxy: boolean;
  }[] = [];
  const text = value.slice(0, 8192);
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) position += match[0].length;
    return match;
  };
  for (take(separatorPattern); position < text.length; take(separatorPattern)) {
    const current = challenges.at(-1);
    const parameter = current && take(parameterPattern);
    if (parameter) {
      const [, name = '', quoted, plain] = parameter;
      current.parameters[name.toLowerCase()] ??= plain ?? (quoted ?? '').replace(/\\(.)/g, '$1');
      continue;
    }
    const scheme = take(schemePattern)?.[1];
    if (scheme === undefined) break;
    const challenge: (typeof challenges)[number] = {
      scheme,
      parameters: Object.create(null) as Record<string, string>,
      proxy,
    };
    challenges.push(challenge);
    take(separatorPattern);
    parameterPattern.lastIndex = position;
    if (
      text[position - 1] === ' ' &&
      !parameterPattern.test(text) &&
      /[=/+._~]|\d/.test(text.slice(position, position + 80))
    ) {
      const token68 = take(token68Pattern)?.[0];
      if (token68 !== undefined) challenge.token68 = token68;
    }
  }
  return challenges;
}
