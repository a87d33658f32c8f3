import { phrase } from '../../text/phrase';
import { isGood, outcomeOf } from '../outcome';
import type { ProbeKind } from '../probe';
import { isSafe, variation } from '../same-server';

/** The same request with no credential: does the server tell one that is refused from none at all? */
export const withoutCredential: ProbeKind = {
  id: 'without-credential',
  find({ reading }) {
    const { answer, credentials, exchange } = reading;
    const [credential] = credentials.filter(({ source }) => source !== 'body');
    if (
      !credential ||
      !isSafe(exchange.request.method) ||
      !answer ||
      ![400, 401, 403].includes(answer.status)
    )
      return [];
    return [
      {
        title: phrase('Try it without the credential'),
        change: phrase('`{0}` is left out.', credential.name),
        target: variation(reading, { anonymous: true }),
        unsafe: false,
        // Whether it arrives at all: what takes it away on the way.
        facts: ['auth.missing', 'redirect.authorizationDropped'],
      },
    ];
  },
  judge(before, after) {
    const [was, is] = [outcomeOf(before), outcomeOf(after)];
    if (isGood(after))
      return {
        text: phrase(
          'Without the credential {0} became {1}: none is needed here, and this one is refused.',
          was,
          is,
        ),
      };
    return was === is
      ? { text: phrase('Without the credential the outcome is the same: {0}.', is) }
      : {
          text: phrase(
            'Without the credential {0} became {1}: the server receives the credential and judges by it.',
            was,
            is,
          ),
          verdict: 'ruled-out',
        };
  },
};
