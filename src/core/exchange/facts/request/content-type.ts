import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import type { BodyReading } from '../../readings/body';
import { acceptedRanges, isJsonType, isXmlType, rangeCovers } from '../../readings/media-type';

export const requestContentTypeMissing: Fact = {
  name: 'request.contentTypeMissing',
  about: 'The request has a body and no Content-Type.',
  test({ requestBody, requestFields }) {
    if (requestBody.text === '') return fails();
    const type = requestFields.get('content-type')?.trim();
    return type === undefined || type === ''
      ? holds(
          phrase('The request has a body of {0} characters and no `Content-Type`.', requestBody.text.length),
        )
      : fails(phrase('`Content-Type` is `{0}`.', type));
  },
};

export const requestContentTypeWrong: Fact = {
  name: 'request.contentTypeWrong',
  about: 'Content-Type does not fit the body, or is not one of those that the answer says it takes.',
  test(reading) {
    const { requestBody, requestFields, answer } = reading;
    const type = requestFields.get('content-type')?.trim();
    if (requestBody.text === '' || type === undefined || type === '') return fails();
    const real = unlike(requestBody);
    if (real !== undefined)
      return holds(phrase('`Content-Type` is `{0}`, the body looks like {1}.', type, real));
    if (requestBody.mediaType?.startsWith('multipart/') && !/;\s*boundary=/i.test(type)) {
      return holds(phrase('`Content-Type` is `{0}` and names no boundary.', type));
    }
    const taken = takenTypes(reading);
    if (taken.length > 0) {
      const evidence = phrase('`Content-Type` is `{0}`; the answer takes {1}.', type, list(taken));
      return taken.some((range) => rangeCovers(range, requestBody.mediaType ?? ''))
        ? fails(evidence)
        : holds(evidence);
    }
    const refusal = refusalOf(reading, requestBody.mediaType ?? '');
    if (refusal !== undefined)
      return holds(phrase('`Content-Type` is `{0}`; the answer says: {1}', type, refusal));
    const evidence = phrase('`Content-Type` is `{0}`.', type);
    if (answer?.status !== 415) return fails(evidence);
    // A 415 may also be about the coding, the charset or a part (RFC 9110 §15.5.16).
    const other =
      requestBody.kind === 'json' ||
      requestFields.has('content-encoding') ||
      /^multipart\/|;\s*charset=(?!"?utf-8)/i.test(type);
    return other ? unknown(evidence) : holds(phrase('`Content-Type` is `{0}`, and the answer is 415.', type));
  },
};

/** What the body is (`JSON`, `XML` or a media type), where that is plainly not what its media type says. */
export function unlike({ kind, mediaType, text }: BodyReading): string | undefined {
  if (kind === 'json' && typeof mediaType === 'string') {
    const odd =
      mediaType === 'text/plain' || mediaType === 'application/x-www-form-urlencoded' || isXmlType(mediaType);
    return odd && /^\s*[[{]/.test(text) ? 'JSON' : undefined;
  }
  // Clients encode what they take for a form, so that JSON arrives as the name of one field.
  if (kind === 'form')
    return /^\s*%(?:7B(?:%0A|%20)*%22|5B)[^=&]*$/i.test(text.slice(0, 10_000)) ? 'JSON' : undefined;
  if (!isJsonType(mediaType) || kind !== 'broken-json')
    return kind === 'xml' && isJsonType(mediaType) ? 'XML' : undefined;
  return /^[\w.%[\]-]+=[^&\s]*(?:&[\w.%[\]-]+=[^&\s]*)*$/.test(text.trim().slice(0, 10_000))
    ? 'application/x-www-form-urlencoded'
    : undefined;
}

/** What Pydantic and Django REST framework say of a body that was not read as JSON. */
const wantsObject = /(?:valid|expected a) (?:dictionary|object)\b/i;

/** Where an answer names the very type that was sent as one that it does not take, or another as the one it does. */
function refusalOf({ answer, words, requestBody }: Reading, sent: string): string | undefined {
  if (!answer || ![400, 415, 422].includes(answer.status)) return undefined;
  if (!isJsonType(sent) && requestBody.kind !== 'json') {
    const noObject = words.messages.find((message) => wantsObject.test(message));
    if (noObject !== undefined) return noObject;
  }
  return words.messages.find((message) => {
    // `Only image/png files are allowed` is about a field of the body.
    if (answer.status !== 415 && !/content|media type|body|request/i.test(message)) return false;
    const named: readonly string[] =
      message.toLowerCase().match(/\b(?:application|text|multipart)\/[a-z0-9][\w.+-]*/g) ?? [];
    if (/unsupported|not (?:supported|allowed|acceptable)|invalid/i.test(message) && named[0] === sent)
      return true;
    return (
      /\b(?:must be|expect(?:s|ed)?|only|requires?)\b/i.test(message) &&
      named.length > 0 &&
      !named.includes(sent)
    );
  });
}

/** RFC 9110 §15.5.16: a 415 may list what it takes in Accept; Accept-Post and Accept-Patch are of W3C LDP and RFC 5789. */
export function takenTypes({ answer, answerFields, exchange }: Reading): string[] {
  if (answer?.status !== 415) return [];
  const field = exchange.request.method.toUpperCase() === 'PATCH' ? 'Accept-Patch' : 'Accept-Post';
  return acceptedRanges(answerFields.get(field) ?? answerFields.get('Accept') ?? '');
}
