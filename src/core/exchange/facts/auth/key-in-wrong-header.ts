import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { authorizationKinds, isPassword, keyHeaderKinds, takesToken } from '../../readings/credentials';
import { isSignature, looksLikeKey } from '../../readings/kinds-of-credentials';
import { isPlaceholder } from '../../readings/placeholder';
import { authorizationOf } from './scheme';

/** No JWT, no pair of user and password, and not what stands for a credential. */
function mayBeKey({ credentials, jwt }: Reading): boolean {
  const [first] = credentials;
  return (
    first !== undefined &&
    first !== jwt?.credential &&
    first.source !== 'cookie' &&
    first.source !== 'body' &&
    takesToken(first.scheme) &&
    !isPassword(first) &&
    !isSignature(first) &&
    !isPlaceholder(first.token)
  );
}

const asksForHeader: readonly RegExp[] = [
  // `X-Api-Key header is required`
  /["'`]?\b([a-z][\w-]{2,40})["'`]? (?:request |http )?header (?:is )?(?:required|missing|must|not )/i,
  // `missing required header: X-Api-Key`
  /\bmissing (?:required |the )?(?:request )?header:? ["'`]?([a-z][\w-]{2,40})/i,
  // `Missing X-Api-Key header`, `send your key in the X-Api-Key header`
  /\b(?:missing|send|provide|include|requires?|no|in) (?:the |an? |your |required )?["'`]?([a-z][\w-]{2,40})["'`]? (?:request |http )?header\b/i,
];

/** The header field for keys that the answer says is missing and the request has not. */
function wantedHeader({ words, requestFields }: Reading): string | undefined {
  for (const message of words.messages.slice(0, 5)) {
    for (const asks of asksForHeader) {
      const name = asks.exec(message.slice(0, 500))?.[1];
      if (name !== undefined && /key|token/i.test(name) && !requestFields.has(name)) return name;
    }
  }
  return undefined;
}

export const authKeyInWrongHeader: Fact = {
  name: 'auth.keyInWrongHeader',
  about: 'An API key is in Authorization where the API wants its own header field, or the reverse.',
  test(reading) {
    const { api, credentials } = reading;
    // Without a catalog only the answer says where the API wants it; only a key may be in the place of keys elsewhere.
    if (!api?.authentication?.length) {
      if (!mayBeKey(reading)) return fails();
      const [sent] = credentials;
      const wanted = wantedHeader(reading);
      return sent && wanted !== undefined && wanted.toLowerCase() !== sent.name.toLowerCase()
        ? holds(phrase('The credential is in `{0}`; the answer asks for `{1}`.', sent.name, wanted))
        : unknown();
    }
    const own = keyHeaderKinds(reading).map(({ header }) => header);
    const byAuthorization = authorizationKinds(reading);
    const authorization = authorizationOf(reading);
    const keyHeader = credentials.find(({ source }) => source === 'key-header');
    const inUrl = credentials.find(({ source }) => source === 'query');
    if (inUrl && credentials.every(({ source }) => source === 'query' || source === 'cookie')) {
      const expected = own[0] ?? byAuthorization[0]?.header ?? '';
      return holds(
        phrase(
          'The credential is in the URL (`{0}`); {1} takes it in `{2}`.',
          inUrl.name,
          api.name,
          expected,
        ),
      );
    }
    const isOwn = own.some((header) => header.toLowerCase() === keyHeader?.name);
    if (keyHeader && !authorization && !isOwn) {
      const expected = own[0] ?? byAuthorization[0]?.header ?? '';
      return holds(
        phrase('The credential is in `{0}`; {1} takes it in `{2}`.', keyHeader.name, api.name, expected),
      );
    }
    if (
      keyHeader &&
      isOwn &&
      !authorization &&
      keyHeader === reading.jwt?.credential &&
      byAuthorization.length > 0
    ) {
      return holds(
        phrase('`{0}` holds a JWT; {1} takes it in `{2}`.', keyHeader.name, api.name, 'Authorization'),
      );
    }
    const [header] = own;
    if (!authorization || authorization.token === '' || header === undefined || keyHeader) return fails();
    if (byAuthorization.length === 0)
      return holds(
        phrase('The credential is in `{0}`; {1} takes it in `{2}`.', 'Authorization', api.name, header),
      );
    if (reading.jwt?.token.startsWith('eyJ'))
      return fails(phrase('`{0}` holds a JWT, where {1} takes it.', 'Authorization', api.name));
    const isKey = looksLikeKey(authorization) || /^token$/i.test(authorization.scheme ?? '');
    return isKey
      ? holds(phrase('`{0}` holds an API key; {1} takes keys in `{2}`.', 'Authorization', api.name, header))
      : unknown(
          phrase(
            'The token in `{0}` is not a JWT; {1} takes API keys in `{2}`.',
            'Authorization',
            api.name,
            header,
          ),
        );
  },
};
