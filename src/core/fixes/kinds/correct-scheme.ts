import { acceptedSchemes, authorizationOf, canonicalScheme } from '../../exchange/facts/auth/scheme';
import { isPassword } from '../../exchange/readings/credentials';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';

/** `bearer` becomes `Bearer`, and `Token` the scheme that the API takes. */
export const correctScheme: FixKind = {
  id: 'correct-scheme',
  repairs: ['auth.schemeCase', 'auth.schemeWrong'],
  statuses: [400, 401, 403],
  find({ reading, sentField, holds }) {
    const authorization = authorizationOf(reading);
    const traced = sentField('Authorization');
    if (authorization?.scheme === undefined || !traced) return [];
    const { scheme } = authorization;
    const isWrong = holds('auth.schemeWrong');
    const right = isWrong ? acceptedSchemes(reading)?.[0] : canonicalScheme(scheme);
    // A password does not become a token by another name, nor the reverse.
    if (right === undefined || (isWrong && (isPassword(authorization) || needsPassword.test(right))))
      return [];
    const start = traced.text.indexOf(scheme);
    const edits = start < 0 ? undefined : replaceIn(traced, { start, end: start + scheme.length }, right);
    if (!edits) return [];
    const title = phrase('Write the scheme as `{0}` instead of `{1}`', right, scheme);
    return [{ title, certainty: isWrong ? 'probable' : 'sure', edits }];
  },
};

const needsPassword = /^(?:basic|digest|negotiate|ntlm)$/i;
