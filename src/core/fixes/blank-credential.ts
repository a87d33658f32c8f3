import { defineVariables } from './insertion-place';
import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';
import { definedAs } from './token-request';

/** What a header field is to hold for a credential that only the user has. */
interface BlankCredential {
  /** `Bearer {{token}}`; for Basic and Digest `Basic {{username}} {{password}}`, which clients encode when they send it. */
  readonly value: string;
  /** What defines those of its variables that have no value; empty where all have one. */
  readonly edits: readonly FixEdit[];
}

/** Schemes that take a user name and a password. */
export const takesPassword = (scheme: string): boolean => /^(?:basic|digest)$/i.test(scheme);

/** A credential made of variables: those that the files define, else new ones with blanks for their values. */
export function blankCredential(context: RepairContext, scheme: string | undefined): BlankCredential {
  const wanted =
    scheme === undefined
      ? [['apiKey', 'key']]
      : takesPassword(scheme)
        ? [
            ['username', 'user', 'login'],
            ['password', 'pass', 'passwd'],
          ]
        : [['token', 'accessToken', 'bearerToken']];
  const variables = wanted.map((names) => {
    const known = definedAs(context, names);
    return { name: known ?? names[0] ?? '', isNew: known === undefined };
  });
  const parts = variables.map(({ name }) => `{{${name}}}`);
  return {
    value: [...(scheme === undefined ? [] : [scheme]), ...parts].join(' '),
    edits: defineVariables(
      context,
      variables.filter(({ isNew }) => isNew).map(({ name }) => name),
    ),
  };
}
