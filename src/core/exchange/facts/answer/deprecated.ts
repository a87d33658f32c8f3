import { instant, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { parseHttpDate } from '../../readings/http-date';

export const answerDeprecated: Fact = {
  name: 'answer.deprecated',
  about: 'The answer says that the endpoint is deprecated (RFC 9745) or has an end (RFC 8594).',
  test({ answer, answerFields }) {
    if (!answer) return unknown();
    const sunset = parseHttpDate(answerFields.get('sunset'));
    if (sunset !== undefined) return holds(phrase('`Sunset`: the endpoint ends on {0}.', instant(sunset)));
    const deprecation = answerFields.get('deprecation')?.trim();
    if (deprecation !== undefined && !/^\??(?:false|0)$/i.test(deprecation)) {
      const seconds = /^@(\d{1,12})$/.exec(deprecation)?.[1];
      const since = seconds === undefined ? parseHttpDate(deprecation) : Number(seconds) * 1000;
      return since === undefined
        ? holds(phrase('`Deprecation` is `{0}`.', deprecation))
        : holds(phrase('`Deprecation`: deprecated from {0} on.', instant(since)));
    }
    const warning = answerFields.get('warning');
    return warning !== undefined && /^299\b.*deprecat/i.test(warning)
      ? holds(phrase('`Warning`: {0}', warning))
      : fails();
  },
};
