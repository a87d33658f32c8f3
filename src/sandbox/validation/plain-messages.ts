import { pathText, violations, type Offence, type Rule, type Rules, type Violation } from './rules';

/** Field path to messages; empty where all is well. */
export type Violations = Record<string, string[]>;

/** Where `value` breaks `rules`, in plain English by field: `{ "items[0].quantity": ["Quantity is required"] }`. */
export function violationsOf(value: Readonly<Record<string, unknown>>, rules: Rules): Violations {
  const found: Violations = {};
  for (const violation of violations(value, rules)) {
    (found[pathText(violation.path)] ??= []).push(messageOf(violation));
  }
  return found;
}

function messageOf({ path, offence, rule }: Violation): string {
  return `${rule.label ?? pathText(path)} ${PREDICATES[offence](rule)}`;
}

const PREDICATES: Record<Offence, (rule: Rule) => string> = {
  required: () => 'is required',
  type: ({ type }) => `must be ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`,
  email: () => 'must be a valid email address',
  date: () => 'must be an ISO 8601 date',
  choice: ({ oneOf = [] }) => `must be one of: ${oneOf.join(', ')}`,
  'too-short': ({ minLength }) => `must be at least ${minLength} characters`,
  'too-long': ({ maxLength }) => `must be at most ${maxLength} characters`,
  'too-small': ({ min }) => `must be at least ${min}`,
  'too-large': ({ max }) => `must be at most ${max}`,
  empty: () => 'must not be empty',
};
