/** What a field of a JSON object has to be. */
export interface Rule {
  /** How the field is called in messages, where it is not by its name: `Email`. */
  readonly label?: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  readonly required?: boolean;
  readonly format?: 'email' | 'date';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  /** Rules of each element of an array. */
  readonly each?: Rules;
}

export type Rules = Readonly<Record<string, Rule>>;

/** What a value can do wrong. */
export type Offence =
  | 'required'
  | 'type'
  | 'email'
  | 'date'
  | 'choice'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'empty';

export interface Violation {
  /** Names and indexes from the body to the field: `['items', 0, 'quantity']`. */
  readonly path: readonly (string | number)[];
  readonly offence: Offence;
  readonly rule: Rule;
  readonly given: unknown;
}

/** Where `value` breaks `rules`, in their order; fields without a rule are let through. */
export function violations(
  value: Readonly<Record<string, unknown>>,
  rules: Rules,
  at: readonly (string | number)[] = [],
): Violation[] {
  return Object.entries(rules).flatMap(([field, rule]) => {
    const given = value[field];
    const path = [...at, field];
    const found = offencesOf(given, rule).map((offence) => ({ path, offence, rule, given }));
    if (found.length > 0 || !rule.each || !Array.isArray(given)) return found;
    return violationsOfElements(given, rule.each, path);
  });
}

function violationsOfElements(
  elements: readonly unknown[],
  rules: Rules,
  at: readonly (string | number)[],
): Violation[] {
  return elements.flatMap((element, i): Violation[] =>
    isObject(element)
      ? violations(element, rules, [...at, i])
      : [{ path: [...at, i], offence: 'type', rule: { type: 'object' }, given: element }],
  );
}

/** Only the rules of the fields that `value` has: for changes of a part. */
export function rulesPresent(value: Readonly<Record<string, unknown>>, rules: Rules): Rules {
  return Object.fromEntries(Object.entries(rules).filter(([field]) => field in value));
}

/** `items[0].quantity`. */
export const pathText = (path: Violation['path']): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    '',
  );

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function offencesOf(given: unknown, rule: Rule): Offence[] {
  if (given === undefined || given === null || given === '') return rule.required ? ['required'] : [];
  if (!TYPES[rule.type](given)) return ['type'];
  const found: Offence[] = [];
  if (typeof given === 'string') {
    if (rule.minLength !== undefined && given.length < rule.minLength) found.push('too-short');
    if (rule.maxLength !== undefined && given.length > rule.maxLength) found.push('too-long');
    if (rule.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) found.push('email');
    if (rule.format === 'date' && Number.isNaN(Date.parse(given))) found.push('date');
    if (rule.oneOf && !rule.oneOf.includes(given)) found.push('choice');
  }
  if (typeof given === 'number') {
    if (rule.min !== undefined && given < rule.min) found.push('too-small');
    if (rule.max !== undefined && given > rule.max) found.push('too-large');
  }
  if (Array.isArray(given) && rule.minLength !== undefined && given.length < rule.minLength) {
    found.push('empty');
  }
  return found;
}

const TYPES: Record<Rule['type'], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  array: Array.isArray,
};
