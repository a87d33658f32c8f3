import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { findJsonError } from '../../readings/json-error';

/** Characters in which the place of an error is looked for. */
const searched = 100_000;

export const answerTruncated: Fact = {
  name: 'answer.truncated',
  about: 'The answer ended before its body did.',
  test({ answer, answerBody, answerFields, exchange }) {
    if (!answer) return unknown();
    const { body } = answer;
    if (body.truncated) {
      return holds(
        body.stalled
          ? phrase('The server fell silent after {0} bytes of the body.', body.size)
          : phrase('The connection ended after {0} bytes of the body.', body.size),
      );
    }
    if (body.capped) return unknown();
    const length = /^\s*(\d{1,15})\s*$/.exec(answerFields.get('content-length') ?? '')?.[1];
    const isHead =
      exchange.request.method.toUpperCase() === 'HEAD' || answer.status === 304 || answer.status === 204;
    if (
      length !== undefined &&
      !answerFields.has('content-encoding') &&
      !isHead &&
      Number(length) > body.size
    ) {
      return holds(phrase('`Content-Length` promises {0} bytes; {1} came.', Number(length), body.size));
    }
    if (
      answerBody.kind === 'broken-json' &&
      length === undefined &&
      !/[}\]]\s*$/.test(answerBody.text.slice(-200))
    ) {
      const error = answerBody.text.length > searched ? undefined : findJsonError(answerBody.text);
      return unknown(
        error
          ? phrase('The JSON of the answer breaks off in line {0}, column {1}.', error.line, error.column)
          : phrase('The JSON of the answer breaks off.'),
      );
    }
    return fails(phrase('The answer is complete.'));
  },
};
