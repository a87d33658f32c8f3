import { pathText, violations, type Offence, type Rule, type Rules } from '../../validation/rules';
import { refuse, type ErrorCode, type Refusal } from './errors';

/** The code that a violation has where it is the only one. */
const CODES: Record<Offence, ErrorCode> = {
  required: 'REQUIRED_FIELD',
  type: 'INVALID_TYPE',
  email: 'VALIDATION_ERROR',
  date: 'INVALID_FORMAT',
  choice: 'VALIDATION_ERROR',
  'too-short': 'OUT_OF_RANGE',
  'too-long': 'MESSAGE_TOO_LONG',
  'too-small': 'OUT_OF_RANGE',
  'too-large': 'OUT_OF_RANGE',
  empty: 'REQUIRED_FIELD',
};

const MESSAGES: Record<Offence, (rule: Rule) => string> = {
  required: () => 'Campo obrigatório',
  type: ({ type }) => `Deve ser do tipo ${type}`,
  email: () => 'Email inválido',
  date: () => 'Deve ser uma data ISO 8601',
  choice: ({ oneOf = [] }) => `Deve ser um destes valores: ${oneOf.join(', ')}`,
  'too-short': ({ minLength }) => `Deve ter no mínimo ${minLength} caracteres`,
  'too-long': ({ maxLength }) => `Deve ter no máximo ${maxLength} caracteres`,
  'too-small': ({ min }) => `Deve ser no mínimo ${min}`,
  'too-large': ({ max }) => `Deve ser no máximo ${max}`,
  empty: () => 'Não pode ser vazio',
};

/** Where `value` breaks `rules`: one violation under its own code, several together as VALIDATION_ERROR. */
export function validate(value: Readonly<Record<string, unknown>>, rules: Rules): Refusal | undefined {
  const [first, ...rest] = violations(value, rules);
  if (!first) return undefined;
  const details = [first, ...rest].map(({ path, offence, rule }) => ({
    field: pathText(path),
    message: MESSAGES[offence](rule),
  }));
  return refuse(rest.length > 0 ? 'VALIDATION_ERROR' : CODES[first.offence], { details });
}
