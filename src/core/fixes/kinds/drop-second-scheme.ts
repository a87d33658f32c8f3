import { withoutSecondScheme } from '../../exchange/facts/auth/scheme-doubled';
import { authorizationOf } from '../../exchange/facts/auth/scheme';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';

/** `Bearer Bearer …` becomes `Bearer …`: in the variable that brings the second one, or in the field that adds one. */
export const dropSecondScheme: FixKind = {
  id: 'drop-second-scheme',
  repairs: ['auth.schemeDoubled'],
  statuses: [400, 401, 403],
  find({ reading, sentField, request }) {
    const authorization = authorizationOf(reading);
    const traced = sentField('Authorization');
    if (!authorization || !traced) return [];
    const doubled = authorization.token.length - withoutSecondScheme(authorization).length;
    const second = traced.text.indexOf(authorization.token);
    if (doubled <= 0 || second < 0) return [];
    const first = traced.text.indexOf(authorization.scheme ?? '');
    const isOwn = traced.units
      .slice(first, second)
      .every(({ uri, fixed, definition }) => uri === request.uri && !fixed && !definition);
    // What a script or an answer brings is left as it is; and the field is nearer than a variable that others use.
    const edits = isOwn
      ? replaceIn(traced, { start: first, end: second }, '')
      : replaceIn(traced, { start: second, end: second + doubled }, '');
    return edits
      ? [
          {
            title: phrase('Write the scheme `{0}` once', authorization.scheme ?? ''),
            certainty: 'sure',
            edits,
          },
        ]
      : [];
  },
};
