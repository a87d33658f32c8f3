import { violations, type Offence, type Rule, type Rules, type Violation } from '../../validation/rules';
import { refuse, type Refusal } from './errors';

/** Where `body` breaks `rules`, as FastAPI reports it: each violation with its type, place, message and input. */
export function validate(body: Readonly<Record<string, unknown>>, rules: Rules): Refusal | undefined {
  const found = violations(body, rules);
  if (found.length === 0) return undefined;
  return refuse('unprocessable', { details: found.map((violation) => reportOf(violation, body)) });
}

function reportOf({ path, offence, rule, given }: Violation, body: object): object {
  const [type, msg] = REPORTS[offence](rule);
  return { type, loc: ['body', ...path], msg, input: offence === 'required' ? body : given };
}

const TYPES: Record<Rule['type'], readonly [type: string, msg: string]> = {
  string: ['string_type', 'Input should be a valid string'],
  number: ['float_type', 'Input should be a valid number'],
  integer: ['int_type', 'Input should be a valid integer'],
  boolean: ['bool_type', 'Input should be a valid boolean'],
  object: ['dict_type', 'Input should be a valid dictionary'],
  array: ['list_type', 'Input should be a valid list'],
};

/** Pydantic 2's names and messages. */
const REPORTS: Record<Offence, (rule: Rule) => readonly [type: string, msg: string]> = {
  required: () => ['missing', 'Field required'],
  type: ({ type }) => TYPES[type],
  email: () => ['value_error', 'value is not a valid email address'],
  date: () => ['datetime_parsing', 'Input should be a valid datetime'],
  choice: ({ oneOf = [] }) => ['enum', `Input should be ${oneOf.map((each) => `'${each}'`).join(' or ')}`],
  'too-short': ({ minLength }) => ['string_too_short', `String should have at least ${minLength} characters`],
  'too-long': ({ maxLength }) => ['string_too_long', `String should have at most ${maxLength} characters`],
  'too-small': ({ min }) => ['greater_than_equal', `Input should be greater than or equal to ${min}`],
  'too-large': ({ max }) => ['less_than_equal', `Input should be less than or equal to ${max}`],
  empty: ({ minLength }) => [
    'too_short',
    `List should have at least ${minLength} item after validation, not 0`,
  ],
};
