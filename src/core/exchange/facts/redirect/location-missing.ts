import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const redirectLocationMissing: Fact = {
  name: 'redirect.locationMissing',
  about:
    'The answer redirects (301, 302, 303, 307, 308) and has no `Location` that says where to (RFC 9110 §10.2.2).',
  test({ answer, answerFields }) {
    if (!answer) return unknown();
    if (![301, 302, 303, 307, 308].includes(answer.status)) return fails();
    const location = answerFields.get('location')?.trim();
    return location === undefined || location === ''
      ? holds(phrase('The status is {0}, and the answer has no `Location`.', answer.status))
      : fails(phrase('`Location` is `{0}`.', location));
  },
};
