import type { Reading } from '../reading';
import { isGraphql } from './words/error-list';
import { own } from './json-path';
import type { FieldError } from './words/field-errors';
import { findRequestId, type RequestId } from './words/request-id';
import { readShapes } from './words/shapes';
import type { Said } from './words/said';
import { deepFields } from './words/deep-fields';
import { sentenceFields } from './words/sentence-fields';

export type { FieldError } from './words/field-errors';

/** What an answer says in its own words, whatever the shape it says it in. */
export interface AnswerWords {
  readonly code?: string;
  readonly message?: string;
  readonly details?: unknown;
  readonly requestId?: RequestId;
  readonly fieldErrors: readonly FieldError[];
  /** Every code and message that was found, the outermost first: nested ones are often the exact ones. */
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

/** Reads an answer with status 400 or above, or a good one that reports an error; of others only the request id. */
export function readAnswerWords(reading: Reading): AnswerWords {
  const requestId = findRequestId(reading);
  const isError =
    reading.answer !== undefined && (reading.answer.status >= 400 || reading.errorInSuccess.truth === true);
  const said: readonly Said[] = isError ? readShapes(reading) : [];
  const codes = unique(said.flatMap(({ code, codes = [] }) => [code, ...codes]));
  const messages = unique(said.flatMap(({ message, messages = [] }) => [message, ...messages]));
  return {
    code: codes[0],
    message: messages[0],
    details: said.find(({ details }) => details !== undefined)?.details,
    requestId,
    fieldErrors:
      said.find(({ fieldErrors }) => fieldErrors && fieldErrors.length > 0)?.fieldErrors ??
      (namesFields(reading) ? merged(fieldsNamed(reading, messages)) : []),
    codes,
    messages,
  };
}

/** A sentence names a field of the request only where the answer is about what the request says; OAuth has its codes. */
const namesFields = ({ answer, answerBody: { json } }: Reading): boolean =>
  answer !== undefined &&
  (answer.status < 300 || answer.status === 400 || answer.status === 422) &&
  own(json, 'error_description') === undefined;

function fieldsNamed({ answer, answerBody: { json } }: Reading, messages: readonly string[]): FieldError[] {
  const said = messages.slice(0, 10).flatMap(sentenceFields);
  // Where GraphQL names a path, it is one of the result.
  return said.length > 0 || isGraphql(json) || (answer?.status ?? 0) < 400 ? said : deepFields(json);
}

/** A sentence may come twice, alone and as part of a longer one. */
const merged = (errors: readonly FieldError[]): FieldError[] =>
  errors.filter(({ field }, index) => errors.findIndex((other) => other.field === field) === index);

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined).map((text) => text.trim())),
];
