import type { Api } from '../catalog/catalog';
import type { Body, Exchange, HeaderField, Outcome, Redirect } from '../exchange/exchange';
import { mask, maskAuthorization } from './mask';
import { redactorFor, type Redactor } from './redactor';
import { isSecretField, isSecretName, isSecretParameter, plainName } from './secret-names';
import { secretNamesOf } from './secret-names-of';

/**
 * The exchange without its secrets, of the same shape and with the same sizes: fit to be shown. `redact` is the
 * redactor of the whole exchange, where `exchange` is only a part of it.
 */
export function redactExchange(
  exchange: Exchange,
  api: Api | undefined,
  redact: Redactor = redactorFor(exchange, api),
): Exchange {
  const names = secretNamesOf(exchange, api);
  const url = (text: string): string => redact(redactUrl(text, names));
  const fields = (headers: readonly HeaderField[]): HeaderField[] =>
    headers.map((field) => redactField(field, names, redact));
  const body = <B extends Body | undefined>(given: B): B =>
    given ? { ...given, text: redactBody(given.text, names, redact) } : given;
  const { secrets: _, ...shown } = exchange;
  const { request, redirects, notFollowed, outcome, connection, written } = shown;
  return {
    ...shown,
    request: {
      ...request,
      url: url(request.url),
      headers: fields(request.headers),
      body: body(request.body),
    },
    redirects: redirects.map((redirect): Redirect => ({
      ...redirect,
      from: url(redirect.from),
      to: url(redirect.to),
      headers: fields(redirect.headers),
    })),
    ...(notFollowed === undefined ? {} : { notFollowed: url(notFollowed) }),
    outcome: redactOutcome(outcome, url, fields, body, redact),
    connection:
      connection?.proxy === undefined ? connection : { ...connection, proxy: url(connection.proxy) },
    written: written && { ...written, text: redactWritten(written.text, names, redact) },
  };
}

function redactOutcome(
  outcome: Outcome,
  url: Redactor,
  fields: (headers: readonly HeaderField[]) => HeaderField[],
  body: (body: Body) => Body,
  redact: Redactor,
): Outcome {
  if (outcome.kind === 'response') {
    return {
      ...outcome,
      reason: redact(outcome.reason),
      url: url(outcome.url),
      headers: fields(outcome.headers),
      body: body(outcome.body),
    };
  }
  const chain = outcome.chain.map((link) => ({
    ...link,
    message: redact(link.message),
    ...(link.received === undefined ? {} : { received: redact(link.received) }),
  }));
  // A phrase is redacted where it is rendered.
  return { ...outcome, message: redact(outcome.message), said: undefined, chain };
}

function redactField([name, value]: HeaderField, names: ReadonlySet<string>, redact: Redactor): HeaderField {
  const plain = plainName(name);
  if (plain === 'cookie') return [name, value.split(';').map(maskCookie).join(';')];
  if (plain === 'setcookie') return [name, redact(value.replace(/^[^;]*/, maskCookie))];
  if (plain === 'authorization' || plain === 'proxyauthorization') return [name, maskAuthorization(value)];
  if (isSecretField(name, names)) return [name, maskAuthorization(value)];
  return [name, redact(/location$|referer|origin/i.test(name) ? redactUrl(value, names) : value)];
}

const maskCookie = (pair: string): string => {
  const equals = pair.indexOf('=');
  return `${pair.slice(0, equals + 1)}${mask(pair.slice(equals + 1).trim())}`;
};

/** Short secrets too: here their place tells them. */
function redactUrl(url: string, names: ReadonlySet<string>): string {
  return url
    .replace(/^([a-z][\w+.-]*:\/\/)([^/?#@\s]*)@/i, (_whole, scheme: string, userinfo: string) => {
      const colon = userinfo.indexOf(':');
      return `${scheme}${colon < 0 ? mask(userinfo) : `${userinfo.slice(0, colon + 1)}${mask(userinfo.slice(colon + 1))}`}@`;
    })
    .replace(/([?&#])([^=&#\s]+)=([^&#\s]+)/g, (whole, mark: string, name: string, value: string) =>
      isSecretParameter(name, names) && !/^(?:\{\{|%7B%7B)/i.test(value)
        ? `${mark}${name}=${mask(value)}`
        : whole,
    );
}

const shortMember = /(["'])([\w$.-]{1,60})\1(\s*:\s*)(?:(["'])([^"'\\\r\n]{1,3})\4|(\d{1,3})(?=\s*[,}\]]))/g;

function redactBody(text: string, names: ReadonlySet<string>, redact: Redactor): string {
  const inPlace = text.replace(
    shortMember,
    (whole, quote: string, name: string, between: string, ...rest: unknown[]) => {
      const value = [rest[1], rest[2]].find((part) => typeof part === 'string') ?? '';
      return isSecretName(name, names) ? `${quote}${name}${quote}${between}"${mask(value)}"` : whole;
    },
  );
  const isForm = /^[\w.%[\]-]+=[^{<]*$/.test(text.slice(0, 2000)) && !/\s/.test(text.trim().slice(0, 2000));
  return redact(isForm ? redactUrl(`?${inPlace}`, names).slice(1) : inPlace);
}

/** A region of a `.http` file: its header lines and its request line have their own places for secrets. */
function redactWritten(text: string, names: ReadonlySet<string>, redact: Redactor): string {
  const lines = text.split('\n').map((line) => {
    const field = /^(\s*)([\w-]+)(\s*:\s*)(\S.*?)(\r?)$/.exec(line);
    if (!field) return redactUrl(line, names);
    const [, indent = '', name = '', colon = '', value = '', end = ''] = field;
    if (value.includes('{{')) return line;
    return `${indent}${name}${colon}${redactField([name, value], names, (kept) => kept)[1]}${end}`;
  });
  return redactBody(lines.join('\n'), names, redact);
}
