import { authorizationKinds, keyHeaderKinds } from '../../exchange/readings/credentials';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';

/** `Authorization: Bearer <key>` becomes the API's own `X-API-Key: <key>`, and the reverse. */
export const moveKey: FixKind = {
  id: 'move-key',
  alone: true,
  repairs: ['auth.keyInWrongHeader'],
  statuses: [400, 401, 403],
  find({ reading, request, field, edit, sentField }) {
    const authorization = field('Authorization');
    const own = keyHeaderKinds(reading)[0]?.header;
    const takesAuthorization = authorizationKinds(reading)[0];
    const [first] = reading.credentials.filter(
      ({ source }) => source === 'authorization' || source === 'key-header',
    );
    const written = authorization ?? (first && field(first.name));
    if (!written) return [];
    const value = request.text.slice(written.value.start, written.value.end);
    if (authorization && own !== undefined) {
      // The scheme goes, wherever it was written.
      const traced = sentField('Authorization');
      const scheme = /^(?:bearer|token|api-?key|key|basic)\s+/i.exec(traced?.text ?? '')?.[0] ?? '';
      const dropped =
        traced && (scheme === '' ? [] : replaceIn(traced, { start: 0, end: scheme.length }, ''));
      if (!dropped) return [];
      const edits = [edit(written.nameRange.start, written.nameRange.end, own), ...dropped];
      return [{ title: phrase('Send the key in `{0}`', own), certainty: 'sure', edits }];
    }
    if (authorization || !takesAuthorization) return [];
    const text =
      takesAuthorization.scheme === 'api-key' ? `Authorization: ${value}` : `Authorization: Bearer ${value}`;
    const edits = [edit(written.nameRange.start, written.value.end, text)];
    return [
      { title: phrase('Send the credential in `{0}`', 'Authorization: Bearer …'), certainty: 'sure', edits },
    ];
  },
};
