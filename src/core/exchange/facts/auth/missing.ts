import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';

/** Codes and messages by which an answer says that nobody signed in, rather than that somebody may not. */
const asksForCredential = {
  code: /^(?:not_?authenticated|unauthenticated|authentication_?required|auth_?required|login_?required|(?:missing|no)_?(?:token|credentials|authorization|api_?key|auth.*))$/i,
  message:
    /credentials were not provided|not authenticated|(?:missing|no|requires?) (?:an? |the )?(?:authorization|access token|bearer|api[- ]key|authentication|credentials)|authentication (?:is )?required|login required/i,
};

/** Without a catalog only the answer can tell that a credential was wanted. */
function isWanted(reading: Reading): boolean {
  const { answer, api, challenges, words } = reading;
  if ((api?.authentication ?? []).length > 0) return true;
  if (answer?.status === 401 || challenges.length > 0) return true;
  return (
    words.codes.some((code) => asksForCredential.code.test(code)) ||
    words.messages.some((message) => asksForCredential.message.test(message))
  );
}

export const authMissing: Fact = {
  name: 'auth.missing',
  about: 'The request carries no usable credential of a kind that the API expects.',
  test(reading) {
    const { credentials, api, sent, answer } = reading;
    const found = credentials.filter(({ source }) => source !== 'cookie');
    const empty = found.find(({ token }) => token === '');
    const usable = found.find(({ token }) => token !== '');
    if (usable?.source === 'body') {
      return fails(
        phrase('The credential is in the body (`{0}`), as for an endpoint that signs in.', usable.name),
      );
    }
    if (usable) return fails(phrase('A credential was sent in `{0}`.', usable.name));
    if (!sent) return unknown();
    const expected = [...new Set((api?.authentication ?? []).map(({ header }) => header))];
    const cookie = credentials.find(({ source }) => source === 'cookie');
    if (cookie && expected.some((header) => header.toLowerCase() === 'cookie')) {
      return fails(phrase('A credential was sent in `{0}`.', cookie.name));
    }
    if (!isWanted(reading)) return unknown();
    if (answer && answer.status < 400 && reading.errorInSuccess.truth !== true)
      return unknown(phrase('Without a credential the request succeeds, too.'));
    if (empty) return holds(phrase('`{0}` was sent, but it holds no token.', empty.name));
    // A session cookie may be all that an API without a catalog wants.
    if (cookie && expected.length === 0)
      return unknown(phrase('No `Authorization` was sent, only a `Cookie`.'));
    return expected.length > 0
      ? holds(
          phrase('None of the header fields that {0} takes was sent: {1}.', api?.name ?? '', list(expected)),
        )
      : holds(phrase('No `Authorization` and no API key was sent.'));
  },
};
