import { collectSecrets } from '../../core/redact/collect-secrets';
import { isSecretField, isSecretName } from '../../core/redact/secret-names';
import { toFields } from './outgoing';
import type { RunState } from './run-state';

const none: ReadonlySet<string> = new Set();
/** How deep variables are looked through (an answer to a login is one), and how many values. */
const limits = { depth: 6, values: 5000 };

/**
 * What a run knows by now to be secret: values of variables that are called so, answers to questions that are typed
 * unseen, and everything secret of the requests that it sent, a login among them.
 */
export function knownSecrets(state: RunState): Set<string> {
  const secrets = new Set<string>(state.typed);
  for (const transmission of [...state.sent.map((sent) => sent.transmission), ...state.tokens])
    for (const secret of collectSecrets(transmission, undefined)) secrets.add(secret);
  const { variables, request } = state.context ?? {};
  if (request)
    for (const [name, value] of toFields(request.headers))
      if (isSecretField(name, none)) for (const word of value.trim().split(/\s+/)) addTo(secrets, word);
  let left = limits.values;
  const visit = (value: unknown, isSecret: boolean, depth: number): void => {
    if (left-- <= 0 || depth > limits.depth) return;
    if (typeof value === 'string') {
      if (isSecret) addTo(secrets, value);
    } else if (Array.isArray(value)) for (const inner of value) visit(inner, isSecret, depth + 1);
    else if (isPlain(value))
      for (const [name, inner] of Object.entries(value)) visit(inner, isSecretName(name, none), depth + 1);
  };
  visit(variables, false, 0);
  return secrets;
}

/** No word of an HTTP message, no address, no reference to another variable. */
function addTo(secrets: Set<string>, value: string): void {
  const text = value.trim();
  if (text.length >= 6 && !/^(?:bearer|basic|digest|apikey)$|^https?:|\{\{/i.test(text)) secrets.add(text);
}

/** Data, not one of the objects with getters that scripts are given. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
