import { pathText, violations, type Offence, type Rule, type Rules } from '../../validation/rules';
import { refuse, type Refusal } from './errors';

/** Where `body` breaks `rules`, by field, in the words of Django REST framework. */
export function validate(body: Readonly<Record<string, unknown>>, rules: Rules): Refusal | undefined {
  const details: Record<string, string[]> = {};
  for (const { path, offence, rule, given } of violations(body, rules)) {
    const message =
      offence === 'required' && given === '' ? 'This field may not be blank.' : MESSAGES[offence](rule);
    (details[pathText(path)] ??= []).push(message);
  }
  return Object.keys(details).length > 0 ? refuse('validation_error', { details }) : undefined;
}

const TYPES: Record<Rule['type'], string> = {
  string: 'Not a valid string.',
  number: 'A valid number is required.',
  integer: 'A valid integer is required.',
  boolean: 'Must be a valid boolean.',
  object: 'Expected a dictionary of items.',
  array: 'Expected a list of items.',
};

const MESSAGES: Record<Offence, (rule: Rule) => string> = {
  required: () => 'This field is required.',
  type: ({ type }) => TYPES[type],
  email: () => 'Enter a valid email address.',
  date: () => 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.',
  choice: ({ oneOf = [] }) => `Not a valid choice. Choose one of: ${oneOf.join(', ')}.`,
  'too-short': ({ minLength }) => `Ensure this field has at least ${minLength} characters.`,
  'too-long': ({ maxLength }) => `Ensure this field has no more than ${maxLength} characters.`,
  'too-small': ({ min }) => `Ensure this value is greater than or equal to ${min}.`,
  'too-large': ({ max }) => `Ensure this value is less than or equal to ${max}.`,
  empty: () => 'This list may not be empty.',
};
