import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { isObject, own } from '../../readings/json-path';
import { claimsOf } from './times';

type Kind = 'scope' | 'role';

/** Where an answer names what was needed. Scopes and permissions are the same idea; roles are another. */
const demands: readonly (readonly [name: string, kind: Kind])[] = [
  ['required_permission', 'scope'], ['required_permissions', 'scope'], ['requiredPermission', 'scope'], ['requiredPermissions', 'scope'],
  ['missing_permission', 'scope'], ['missing_permissions', 'scope'], ['required_scope', 'scope'], ['required_scopes', 'scope'],
  ['requiredScope', 'scope'], ['requiredScopes', 'scope'], ['missing_scope', 'scope'], ['missing_scopes', 'scope'],
  ['needed', 'scope'], ['required_role', 'role'], ['required_roles', 'role'], ['requiredRole', 'role'], ['requiredRoles', 'role'],
]; // prettier-ignore

const grants: Readonly<Record<Kind, RegExp>> = {
  scope: /^(?:scope|scopes|scp|permissions?|authorities)$|\/(?:scopes?|permissions)$/i,
  role: /^(?:roles?|groups|authorities|cognito:groups|realm_access|resource_access)$|\/roles?$/i,
};

export const jwtScopeMissing: Fact = {
  name: 'jwt.scopeMissing',
  about: 'The scope, role or permission that the answer asks for is not in the token.',
  test(reading) {
    const read = claimsOf(reading);
    // What a key, a password or an opaque token may do, only the server knows.
    if ('finding' in read)
      return reading.credentials.some(({ source }) => source !== 'body') ? unknown() : read.finding;
    const demand = findDemand(reading);
    if (!demand) return unknown();
    const claims = Object.entries(read.claims).filter(([name]) => grants[demand.kind].test(name));
    // Without such a claim the server looks its grants up elsewhere.
    if (claims.length === 0)
      return unknown(phrase('The answer asks for {0}; the token does not list any.', list(demand.needed)));
    const granted = claims.flatMap(([, value]) => wordsIn(value));
    const missing = demand.needed.filter((needed) => !granted.some((grant) => covers(grant, needed)));
    return missing.length > (demand.oneSuffices === true ? demand.needed.length - 1 : 0)
      ? holds(
          phrase(
            'The answer asks for {0}; the token has {1}.',
            list(missing),
            granted.length > 0 ? list(granted.slice(0, 20)) : phrase('none'),
          ),
        )
      : fails(phrase('The token has what the answer asks for: {0}.', list(demand.needed)));
  },
};

interface Demand {
  readonly needed: readonly string[];
  readonly kind: Kind;
  readonly oneSuffices?: boolean;
}

function findDemand({ answerBody, challenges, answer, words }: Reading): Demand | undefined {
  const { json } = answerBody;
  const error = own(json, 'error');
  for (const holder of [json, error, own(json, 'details'), own(error, 'details'), own(json, 'detail')]) {
    for (const [name, kind] of demands) {
      const needed = wordsIn(own(holder, name));
      if (needed.length > 0) return { needed, kind };
    }
  }
  // Outside a 403 a challenge's scope is advice, not a demand that was not met (RFC 6750 §3).
  const scope = challenges.find(
    ({ parameters }) => parameters['error'] === 'insufficient_scope' || answer?.status === 403,
  )?.parameters['scope'];
  return scope === undefined ? demandIn(words.messages) : { needed: wordsIn(scope), kind: 'scope' };
}

/** `Insufficient scope, expected any of: read:users`: scopes after a colon, each with a mark that words have not. */
function demandIn(messages: readonly string[]): Demand | undefined {
  for (const message of messages.slice(0, 5)) {
    const [, said = '', names = ''] =
      /\b(?:scope|permission)s?\b([^:]{0,40}):\s+(\w+[:.][\w:.-]+(?:(?:,\s*|\s+)\w+[:.][\w:.-]+)*)\.?$/i.exec(
        message.slice(0, 500),
      ) ?? [];
    const needed = wordsIn(names.replace(/\.$/, ''));
    if (needed.length > 0)
      return { needed, kind: 'scope', oneSuffices: /\b(?:any|one|either) of\b/i.test(said) };
  }
  return undefined;
}

/** Texts in a claim or demand: a space- or comma-separated text, a list, or Keycloak's objects of lists. */
function wordsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string')
    return value
      .split(/[\s,]+/)
      .filter(Boolean)
      .slice(0, 100);
  if (Array.isArray(value)) return value.slice(0, 100).filter((each) => typeof each === 'string');
  if (!isObject(value) || depth > 2) return [];
  return Object.values(value)
    .slice(0, 20)
    .flatMap((inner) => wordsIn(inner, depth + 1));
}

/** `orders:*` and `*` cover `orders:delete`. */
const covers = (grant: string, needed: string): boolean =>
  grant === needed || grant === '*' || (/[:./]\*$/.test(grant) && needed.startsWith(grant.slice(0, -1)));
