import { acceptedSchemes, authorizationOf } from '../../exchange/facts/auth/scheme';
import { isPassword, takesToken } from '../../exchange/readings/credentials';
import { phrase } from '../../text/phrase';
import { blankCredential, takesPassword } from '../blank-credential';
import type { FixEdit, FixKind } from '../fix';
import { refer } from '../insertion-place';
import { tokenSource } from '../token-request';
import type { RepairContext } from '../repair-context';

/** A user name and a password where a token was sent, and the reverse: one does not become the other by its scheme. */
export const exchangeCredential: FixKind = {
  id: 'exchange-credential',
  alone: true,
  repairs: ['auth.schemeWrong'],
  statuses: [400, 401, 403],
  find(context) {
    const { reading, field, edit } = context;
    const source = field('Authorization');
    const sent = authorizationOf(reading);
    const right = acceptedSchemes(reading)?.find((scheme) => takesPassword(scheme) || takesToken(scheme));
    if (!source || !sent || right === undefined || takesPassword(right) === isPassword(sent)) return [];
    const { value, edits, isBlank } = credentialFor(context, right);
    return [
      {
        title: phrase('Send `{0}` instead', `Authorization: ${value}`),
        certainty: isBlank ? 'blank' : 'probable',
        edits: [...edits, edit(source.value.start, source.value.end, value)],
      },
    ];
  },
};

/** The token of a request that gives one, else variables. */
function credentialFor(
  context: RepairContext,
  scheme: string,
): { value: string; edits: readonly FixEdit[]; isBlank: boolean } {
  const token = takesPassword(scheme) ? undefined : tokenSource(context);
  if (token) {
    const edits = [...token.edits, ...refer(context, token.name)];
    return { value: `${scheme} {{${token.expression}}}`, edits, isBlank: token.blanks.length > 0 };
  }
  const blank = blankCredential(context, scheme);
  return { ...blank, isBlank: blank.edits.length > 0 };
}
