import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { findJsonError } from '../../readings/json-error';
import { isJsonType } from '../../readings/media-type';

export const requestBodyInvalidJson: Fact = {
  name: 'request.bodyInvalidJson',
  about: 'The body is not the JSON that Content-Type promises.',
  test({ exchange, requestBody, sent }) {
    const { kind, text, mediaType } = requestBody;
    if (!sent && kind === 'none') return unknown();
    const declared = isJsonType(mediaType);
    if (kind === 'none') {
      const needsBody = /^(?:POST|PUT|PATCH)$/i.test(exchange.request.method);
      return declared && needsBody
        ? unknown(phrase('Content-Type promises JSON, and the body is empty.'))
        : fails();
    }
    if (kind === 'large' || exchange.request.body?.capped) return unknown();
    if (kind === 'json') return declared ? fails(phrase('The body is well-formed JSON.')) : fails();
    if (!declared && kind !== 'broken-json') return fails();
    const error = findJsonError(text);
    const evidence = error
      ? phrase('The body is not JSON: line {0}, column {1}: {2}.', error.line, error.column, error.reason)
      : phrase('The body is not JSON.');
    return declared ? holds(evidence) : unknown(evidence);
  },
};
