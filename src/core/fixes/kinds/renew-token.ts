import { authorizationOf } from '../../exchange/facts/auth/scheme';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { refer } from '../insertion-place';
import type { RepairContext } from '../repair-context';
import { tokenSource } from '../token-request';

/**
 * A token that is over, or of the wrong kind, is replaced by one that is got anew before each time the request is sent:
 * by the login or refresh that the file has, or by the API's own from its catalog.
 */
export const renewToken: FixKind = {
  id: 'renew-token',
  alone: true,
  repairs: ['jwt.expired', 'jwt.refreshAsAccess'],
  statuses: [401],
  find(context) {
    const source = tokenSource(context);
    const place = source && tokenPlace(context);
    if (!place) return [];
    const { name, expression, edits, isNew, blanks } = source;
    const written = context.request.text.slice(place.start, place.end);
    if (written === `{{${expression}}}`) return [];
    const title = isNew
      ? phrase('Insert the request `{0}` before this one and use its token', name)
      : phrase('Use the token of the request `{0}`: `{1}`', name, `{{${expression}}}`);
    return [
      {
        title,
        certainty: blanks.length > 0 ? 'blank' : isNew ? 'probable' : 'sure',
        edits: [
          ...edits,
          ...refer(context, name),
          context.edit(place.start, place.end, `${place.before}{{${expression}}}`),
        ],
      },
    ];
  },
};

/** Where the token stands in the field that carries it; all of the value where a variable brings the scheme with it. */
function tokenPlace({
  field,
  request,
  reading,
}: RepairContext): { start: number; end: number; before: string } | undefined {
  const source = field(reading.jwt?.credential.name ?? 'Authorization');
  if (!source) return undefined;
  const value = request.text.slice(source.value.start, source.value.end);
  const written = /^[A-Za-z][\w-]*\s+(?=\S)/.exec(value)?.[0];
  const sent = authorizationOf(reading)?.scheme;
  const before = written === undefined && sent !== undefined ? `${sent} ` : '';
  return { start: source.value.start + (written?.length ?? 0), end: source.value.end, before };
}
