import { isObject } from '../../readings/json-path';

/** A parameter that may be one value or a list of them. */
export type OneOrMany<T> = T | readonly T[];

export const many = <T extends string | number>(parameter: OneOrMany<T>): readonly T[] =>
  Array.isArray(parameter) ? (parameter as readonly T[]) : [parameter as T];

export function checkMany(type: 'string' | 'number'): (parameter: unknown) => string | undefined {
  return (parameter) => {
    const values: readonly unknown[] = Array.isArray(parameter) ? parameter : [parameter];
    if (values.length === 0) return `must not be an empty list`;
    return values.every((value) => typeof value === type)
      ? undefined
      : `must be a ${type}, or a list of them`;
  };
}

export const checkNumber = (parameter: unknown): string | undefined =>
  typeof parameter === 'number' && parameter >= 0 ? undefined : 'must be a number, 0 or more';

/** Checks an object's members: the needed ones are there, and none that nobody reads. */
export function checkMembers(
  needed: readonly string[],
  optional: readonly string[],
): (parameter: unknown) => string | undefined {
  return (parameter) => {
    if (!isObject(parameter)) return `must be an object with ${needed.join(', ')}`;
    const missing = needed.find((name) => typeof parameter[name] !== 'string');
    if (missing !== undefined) return `needs the text "${missing}"`;
    const odd = Object.keys(parameter).find((name) => !needed.includes(name) && !optional.includes(name));
    if (odd !== undefined) return `does not know "${odd}"; it knows ${[...needed, ...optional].join(', ')}`;
    if ('in' in parameter && optional.includes('exists') && !Array.isArray(parameter['in']))
      return `"in" must be a list`;
    if ('exists' in parameter && typeof parameter['exists'] !== 'boolean')
      return `"exists" must be true or false`;
    return undefined;
  };
}
