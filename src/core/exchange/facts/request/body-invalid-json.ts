import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { findJsonError } from '../../readings/json-error';
import { unlike } from './content-type';
import { isJsonType } from '../../readings/media-type';

/** What parsers say of a byte order mark: Python, .NET, Go, Node, Jackson. */
const refusesMark =
  /\bBOM\b|byte order mark|\\ufeff|\uFEFF|0xEF|invalid start of a value|invalid character 'ï'|char(?:acter)? 0\b|position 0\b/i;

/** Characters of a body in which the place of its error is looked for. */
const searched = 400_000;

export const requestBodyInvalidJson: Fact = {
  name: 'request.bodyInvalidJson',
  about: 'The body is not the JSON that Content-Type promises.',
  test({ exchange, requestBody, sent, words }) {
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
    if (kind === 'json') {
      if (declared && text.startsWith('\uFEFF')) {
        // RFC 8259 §8.1: a parser may ignore it or refuse it.
        const mark = phrase('A byte order mark (U+FEFF) comes before the JSON.');
        return words.messages.some((message) => refusesMark.test(message)) ? holds(mark) : unknown(mark);
      }
      return declared ? fails(phrase('The body is well-formed JSON.')) : fails();
    }
    if (!declared && kind !== 'broken-json') return fails();
    const real = unlike(requestBody);
    if (real !== undefined) return fails(phrase('The body looks like {0}, not like JSON gone wrong.', real));
    const error = text.length > searched ? undefined : findJsonError(text);
    const evidence = error
      ? phrase('The body is not JSON: line {0}, column {1}: {2}.', error.line, error.column, error.reason)
      : phrase('The body is not JSON.');
    return declared ? holds(evidence) : unknown(evidence);
  },
};
