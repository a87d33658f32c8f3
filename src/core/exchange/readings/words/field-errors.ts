import { asText, isObject, own, ownText } from '../json-path';

/** What is wrong with one field of the request. */
export interface FieldError {
  /** Dotted for nested fields: `items.0.sku`. */
  readonly field: string;
  readonly messages: readonly string[];
}

const fieldNames = [
  'field',
  'path',
  'param',
  'property',
  'propertyPath',
  'loc',
  'pointer',
  'attribute',
  'key',
  'name',
  'parameter',
  'dataPath',
  'instancePath',
  'target',
  'expression',
  'propriedade',
  'campo',
];
const messageNames = [
  'message',
  'msg',
  'defaultMessage',
  'detail',
  'reason',
  'error',
  'description',
  'issue',
  'title',
  'messages',
  'errors',
  'diagnostics',
  'razao',
  'mensagem',
  'mensaje',
];
const limit = 100;

/**
 * Field errors in every common shape: a list of `{ field, message }` under their many names, or a map from fields to
 * texts. `fallback` is the message where only a field is named: `{ "field": "email", "value": … }`.
 */
export function fieldErrorsIn(value: unknown, fallback?: string, prefix = ''): FieldError[] {
  if (Array.isArray(value)) return value.slice(0, limit).flatMap(entryErrors);
  if (!isObject(value)) return [];
  const named = prefix === '' && typeof own(value, 'field') === 'string' ? entryError(value) : undefined;
  if (named)
    return [named.messages.length > 0 || fallback === undefined ? named : { ...named, messages: [fallback] }];
  return Object.entries(value)
    .slice(0, limit)
    .flatMap(([key, entry]) => mapError(prefix + key, entry));
}

/** Google's `fieldViolations` stand one level deeper; Salesforce names several `fields` by one message. */
function entryErrors(entry: unknown): FieldError[] {
  const violations = own(entry, 'fieldViolations');
  if (Array.isArray(violations)) return fieldErrorsIn(violations);
  const one = entryError(entry);
  if (one) return [one];
  const fields = own(entry, 'fields') ?? own(entry, 'members') ?? own(entry, 'memberNames');
  const message = ownText(entry, ...messageNames);
  if (!Array.isArray(fields) || message === undefined) return [];
  return fields
    .slice(0, limit)
    .filter((field) => typeof field === 'string')
    .map((field) => ({ field, messages: [message] }));
}

function entryError(entry: unknown): FieldError | undefined {
  if (!isObject(entry)) return undefined;
  const field =
    fieldNames.map((name) => fieldText(own(entry, name))).find((text) => text !== undefined) ??
    sourceField(entry);
  if (field === undefined) return undefined;
  const messages = messageNames.map((name) => texts(own(entry, name))).find((found) => found.length > 0);
  return {
    field,
    messages:
      messages ??
      (isObject(own(entry, 'constraints')) ? texts(Object.values(own(entry, 'constraints') as object)) : []),
  };
}

/** JSON:API's `source`: a pointer into the body, or a query parameter. */
const sourceField = (entry: unknown): string | undefined =>
  fieldText(own(own(entry, 'source'), 'pointer')) ?? asText(own(own(entry, 'source'), 'parameter'));

/** FastAPI's `["body", "items", 0, "sku"]`, a JSON pointer or a plain name, dotted. */
function fieldText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const steps = value.map(asText).filter((step) => step !== undefined);
    const where =
      ['body', 'query', 'path', 'header'].includes(steps[0] ?? '') && steps.length > 1
        ? steps.slice(1)
        : steps;
    return where.length > 0 && where.length === value.length - (steps.length - where.length)
      ? where.join('.')
      : undefined;
  }
  const text = asText(value);
  if (text === undefined || text.length > 200) return undefined;
  if (!/^#?\//.test(text)) return text.replace(/^\$\./, '');
  const name = text.replace(/^#/, '').split('/').filter(Boolean).join('.');
  return name === '' ? undefined : name.replace(/^data\.attributes\./, '');
}

/** Keys that say something about an error as a whole, and are no fields. */
const notFields =
  /^(?:code|message|detail|details|reason|error|status|type|title|documentation_url|request_id|timestamp|path|trace|stack|value|messages)$/i;

/** The same of keys that hold lists: a list of texts about `title` is about a field. */
const notListed =
  /^(?:messages?|details?|reasons?|error|trace|stack|documentation_url|request_id|timestamp)$/i;

function mapError(field: string, value: unknown): FieldError[] {
  if (typeof value === 'string')
    return /\s/.test(value.trim()) && !notFields.test(field) ? [{ field, messages: [value] }] : [];
  if (Array.isArray(value)) {
    if (value.length === 0 || notListed.test(field)) return [];
    const messages = texts(value);
    if (messages.length > 0) return [{ field, messages }];
    return value
      .slice(0, limit)
      .flatMap((entry, index) => fieldErrorsIn(entry, undefined, `${field}.${index}.`));
  }
  if (!isObject(value)) return [];
  const message = ownText(value, 'message', 'msg');
  if (message !== undefined) return [{ field, messages: [message] }];
  const errors = texts(own(value, '_errors'));
  const inner =
    field.split('.').length > 8
      ? []
      : fieldErrorsIn(value, undefined, `${field}.`).filter((error) => !error.field.endsWith('._errors'));
  return errors.length > 0 ? [{ field, messages: errors }, ...inner] : inner;
}

/** A text, a list of texts, or a list of objects with messages. */
function texts(value: unknown): string[] {
  const one = typeof value === 'string' && value.trim() !== '' ? value : undefined;
  if (one !== undefined) return [one];
  if (!Array.isArray(value)) return [];
  const found = value
    .slice(0, 20)
    .map((entry) => (typeof entry === 'string' ? entry : ownText(entry, 'message', 'msg', 'string')));
  return found.every((text) => text !== undefined) ? found : [];
}
