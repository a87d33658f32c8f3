import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { refusesValue } from './refuses-value';

/** A token without such a word may be any field of a form. */
const credential = String.raw`(?:(?:access|auth|authentication|authorization|bearer|client|security|session) token|authorization(?: header)?|bearer|api[- ]?key|authentication(?: (?:parameters?|data|details|info|information))?|(?:auth(?:entication|orization)? )?credentials)`;

/** Codes and messages by which an answer says that nobody signed in, rather than that somebody may not. */
const asksForCredential = {
  code: /^(?:not_?authenticated|unauthenticated|authentication_?required|auth_?required|login_?required|(?:missing|no)_?(?:token|credentials|authorization|api_?key|auth.*))$/i,
  message: new RegExp(
    [
      String.raw`\b(?:missing|no|requires?) (?:an? |the |valid )?${credential}\b`,
      String.raw`\b${credential} (?:is |are |was |were )?(?:missing|required|not (?:provided|found|supplied|present))\b`,
      String.raw`\bnot authenticated\b|\blogin required\b`,
      String.raw`\bmust (?:be (?:logged|signed) in|log in|sign in|authenticate)\b`,
      String.raw`\bnão autenticad[ao]\b|\b(?:token de acesso|chave de api|credenciais) (?:ausentes?|não (?:informad|enviad|fornecid)[ao]s?)\b`,
    ].join('|'),
    'i',
  ),
};

/** Whether the answer says that it saw no credential. */
export const saysNoCredential = ({ words }: Reading): boolean =>
  words.codes.some((code) => asksForCredential.code.test(code)) ||
  words.messages.some((message) => asksForCredential.message.test(message.slice(0, 1000)));

const endedSession = /\b(?:session|sessão)\b.{0,40}\b(?:expir|ended|timed out|inv[aá]lid|encerrad)/i;

/** Without a catalog only the answer can tell that a credential was wanted. */
function isWanted(reading: Reading): boolean {
  const { answer, api, challenges } = reading;
  if ((api?.authentication ?? []).length > 0) return true;
  // What a proxy wants is a credential of its own.
  if (answer?.status === 407) return false;
  if (answer?.status === 401 || challenges.length > 0) return true;
  return saysNoCredential(reading);
}

const hasOtherPlaces = ({ url, exchange }: Reading): boolean =>
  (url?.search ?? '') !== '' || exchange.request.body !== undefined;

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
    // It may be in a place that nobody knows here.
    if (hasOtherPlaces(reading) && reading.words.messages.some(refusesValue) && !saysNoCredential(reading))
      return unknown();
    if (empty) return holds(phrase('`{0}` was sent, but it holds no token.', empty.name));
    // A session cookie may be all that an API without a catalog wants.
    if (cookie && reading.words.messages.some((message) => endedSession.test(message)))
      return fails(phrase('A credential was sent in `{0}`.', cookie.name));
    if (cookie && expected.length === 0)
      return unknown(phrase('No `Authorization` was sent, only a `Cookie`.'));
    return expected.length > 0
      ? holds(
          phrase('None of the header fields that {0} takes was sent: {1}.', api?.name ?? '', list(expected)),
        )
      : holds(phrase('No `Authorization` and no API key was sent.'));
  },
};
