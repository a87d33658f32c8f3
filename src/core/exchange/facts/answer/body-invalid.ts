import { phrase, type Phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { findJsonError } from '../../readings/json-error';
import { isJsonType } from '../../readings/media-type';

/** Characters in which the place of an error is looked for. */
const searched = 100_000;

/** Statuses whose answers have no content, or need none (RFC 9110 §15.3, §15.4.5). */
const withoutContent: ReadonlySet<number> = new Set([201, 202, 204, 205, 304]);

export const answerBodyInvalid: Fact = {
  name: 'answer.bodyInvalid',
  about: 'A good answer whose body is not what its Content-Type and Content-Encoding promise.',
  test({ answer, answerBody, answerFields, exchange }) {
    if (!answer || answer.status < 200 || answer.status > 299) return unknown();
    const { codingError, capped, truncated } = answer.body;
    if (codingError !== undefined) {
      const coding = answerFields.get('content-encoding') ?? '';
      return holds(
        codingError === coding.trim().toLowerCase()
          ? phrase('`Content-Encoding` is `{0}`, which is not known here.', coding)
          : phrase('`Content-Encoding` is `{0}`, and the body is not: {1}.', coding, codingError),
      );
    }
    const { kind, mediaType, text } = answerBody;
    if (!isJsonType(mediaType)) return fails();
    // What is missing is another fact's matter.
    if (capped || truncated || kind === 'large') return unknown();
    if (kind === 'json')
      return fails(phrase('`Content-Type` is `{0}`, and the body is JSON.', mediaType ?? ''));
    if (kind === 'none') {
      const none = withoutContent.has(answer.status) || exchange.request.method.toUpperCase() === 'HEAD';
      return none
        ? fails()
        : holds(phrase('`Content-Type` is `{0}`, and the body is empty.', mediaType ?? ''));
    }
    return holds(whatIsWrong(text, mediaType ?? ''));
  },
};

function whatIsWrong(text: string, mediaType: string): Phrase {
  const head = text.slice(0, searched);
  if (isByLines(head))
    return phrase('`Content-Type` is `{0}`, and each line of the body is JSON of its own.', mediaType);
  const before = textBefore(head, text.length <= searched);
  if (before !== undefined)
    return phrase('`Content-Type` is `{0}`, and other text comes before the JSON: {1}', mediaType, before);
  if (/^\s*</.test(head)) return phrase('`Content-Type` is `{0}`, and the body is markup.', mediaType);
  const error = findJsonError(head);
  return error && text.length <= searched
    ? phrase(
        '`Content-Type` is `{0}`; the body is not JSON in line {1}, column {2}: {3}.',
        mediaType,
        error.line,
        error.column,
        error.reason,
      )
    : phrase('`Content-Type` is `{0}`, and the body is not JSON.', mediaType);
}

/** Warnings of a script, or a guard such as `)]}'`, in front of JSON that is whole. */
function textBefore(text: string, isWhole: boolean): string | undefined {
  if (!isWhole) return undefined;
  // JSON after other text mostly starts a line, or follows markup.
  for (const { index } of [...text.matchAll(/(?<=[\n>'])\s*(?=[{[])/g)].slice(0, 20)) {
    try {
      JSON.parse(text.slice(index));
      const before = text
        .slice(0, index)
        .replace(/<[^<>]{0,200}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return before === '' ? undefined : before.slice(0, 200);
    } catch {
      // It starts elsewhere, or is broken itself.
    }
  }
  return undefined;
}

/** Newline-delimited JSON, which has media types of its own. */
function isByLines(text: string): boolean {
  const lines = text.split(/\r?\n/, 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every(isObjectText);
}

function isObjectText(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
