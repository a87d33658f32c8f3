import type { HeaderField } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import { isSecretName, isSecretParameter } from '../redact/secret-names';
import { secretNamesOf } from '../redact/secret-names-of';
import type { ProbeTarget } from './probe';

/** Fields that are of one message or connection, and are written anew. */
const ofTheMessage =
  /^(?:host|content-length|connection|transfer-encoding|keep-alive|te|upgrade|expect|proxy-.*)$/i;
const ofTheBody = /^content-/i;

/**
 * The request once more, at another URL, by another method or without its credential. Another origin is told nothing but
 * that somebody asks: no path, no parameter, no body, no header field but what any client sends.
 */
export function variation(
  { exchange, api, url, credentials }: Reading,
  change: { readonly url?: URL; readonly method?: string; readonly anonymous?: boolean },
): Extract<ProbeTarget, { kind: 'request' }> {
  const { request } = exchange;
  const wanted = new URL(change.url ?? url ?? request.url);
  const isForeign = url === undefined || wanted.origin !== url.origin;
  const method = change.method ?? request.method;
  if (isForeign) {
    const headers = request.headers.filter(([name]) => /^(?:accept|user-agent)$/i.test(name));
    return { kind: 'request', method, url: `${wanted.origin}/`, headers };
  }
  const carriesBody = method === request.method && !!request.body?.text && !request.body.capped;
  const named = secretNamesOf(exchange, api);
  const isSecret = (name: string): boolean =>
    isSecretName(name, named) ||
    credentials.some((credential) => credential.name.toLowerCase() === name.toLowerCase());
  if (change.anonymous) {
    for (const name of [...wanted.searchParams.keys()])
      if (isSecret(name) || isSecretParameter(name, named)) wanted.searchParams.delete(name);
    wanted.username = '';
    wanted.password = '';
  }
  const isKept = ([name]: HeaderField): boolean =>
    !ofTheMessage.test(name) &&
    (carriesBody || !ofTheBody.test(name)) &&
    !(change.anonymous === true && isSecret(name));
  return {
    kind: 'request',
    method,
    url: wanted.href,
    headers: request.headers.filter(isKept),
    ...(carriesBody ? { body: request.body?.text } : {}),
  };
}

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
export const isSafe = (method: string): boolean => /^(?:GET|HEAD|OPTIONS|TRACE)$/i.test(method);
