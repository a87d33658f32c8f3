import { authorizationKinds, keyHeaderKinds } from '../../exchange/readings/credentials';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';

/** `Authorization: Bearer <key>` becomes the API's own `X-API-Key: <key>`, and the reverse. */
export const moveKey: FixKind = {
  id: 'move-key',
  repairs: ['auth.keyInWrongHeader'],
  statuses: [400, 401, 403],
  find({ reading, request, field, edit }) {
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
      // A scheme that is written in the field stays behind; one that a variable brings cannot.
      const bare = value.replace(/^(?:bearer|token|api-?key|key|basic)\s+/i, '');
      const edits = [edit(written.nameRange.start, written.value.end, `${own}: ${bare}`)];
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
