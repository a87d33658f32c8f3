/** What a field of a JSON object has to be. */
export interface Rule {
  /** How the field is called in messages: `Email`. */
  readonly label: string;
  readonly type: 'string' | 'number' | 'integer' | 'object' | 'array';
  readonly required?: boolean;
  readonly format?: 'email' | 'date';
  readonly minLength?: number;
  readonly min?: number;
  readonly oneOf?: readonly string[];
  /** Rules of each element of an array. */
  readonly each?: Rules;
}

export type Rules = Readonly<Record<string, Rule>>;

/** Field path to messages; empty where all is well. */
export type Violations = Record<string, string[]>;

/** Checks the fields of `value` against `rules`; fields without a rule are let through. */
export function violationsOf(value: Readonly<Record<string, unknown>>, rules: Rules, path = ''): Violations {
  const found: Violations = {};
  for (const [field, rule] of Object.entries(rules)) {
    const given = value[field];
    const messages = messagesOf(given, rule);
    if (messages.length > 0) found[path + field] = messages;
    else if (rule.each && Array.isArray(given)) {
      const each = rule.each;
      given.forEach((element: unknown, i) => {
        const at = `${path}${field}[${i}]`;
        if (isObject(element)) Object.assign(found, violationsOf(element, each, `${at}.`));
        else found[at] = [`${rule.label}[${i}] must be an object`];
      });
    }
  }
  return found;
}

/** Only the rules of the fields that `value` has: for changes of a part. */
export function rulesPresent(value: Readonly<Record<string, unknown>>, rules: Rules): Rules {
  return Object.fromEntries(Object.entries(rules).filter(([field]) => field in value));
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function messagesOf(given: unknown, rule: Rule): string[] {
  const { label } = rule;
  if (given === undefined || given === null || given === '') {
    return rule.required ? [`${label} is required`] : [];
  }
  if (!TYPES[rule.type](given)) return [`${label} must be ${ARTICLES[rule.type]}`];
  const messages: string[] = [];
  if (typeof given === 'string') {
    if (rule.minLength !== undefined && given.length < rule.minLength) {
      messages.push(`${label} must be at least ${rule.minLength} characters`);
    }
    if (rule.format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) {
      messages.push(`${label} must be a valid email address`);
    }
    if (rule.format === 'date' && Number.isNaN(Date.parse(given))) {
      messages.push(`${label} must be an ISO 8601 date`);
    }
    if (rule.oneOf && !rule.oneOf.includes(given)) {
      messages.push(`${label} must be one of: ${rule.oneOf.join(', ')}`);
    }
  }
  if (typeof given === 'number' && rule.min !== undefined && given < rule.min) {
    messages.push(`${label} must be at least ${rule.min}`);
  }
  if (Array.isArray(given) && rule.minLength !== undefined && given.length < rule.minLength) {
    messages.push(`${label} must not be empty`);
  }
  return messages;
}

const TYPES: Record<Rule['type'], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  object: isObject,
  array: Array.isArray,
};

const ARTICLES: Record<Rule['type'], string> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  object: 'an object',
  array: 'an array',
};
