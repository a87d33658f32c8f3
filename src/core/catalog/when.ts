/**
 * A condition over facts, three-valued: true, false or unknown. A string names a fact (`jwt.expired`); an object
 * combines conditions or names one fact with its parameter (`{ claim: { name: role, in: [admin] } }`).
 *
 * `suggests` is for an observation that fits a cause and proves nothing: where it is false the whole is false
 * (the cause is ruled out), otherwise unknown (the cause stays possible, with the evidence). `unless` is for what rules
 * a cause out and says nothing for it: where it is true the whole is false, otherwise unknown. `likelier` is for what
 * speaks for a cause and, where it is not seen, says nothing: the whole is unknown either way.
 */
export type When =
  | string
  | { all: When[] }
  | { any: When[] }
  | { not: When }
  | { suggests: When }
  | { unless: When }
  | { likelier: When }
  | FactWithParameter;

/** Exactly one key: the fact's name; its value is the fact's parameter. */
export type FactWithParameter = Readonly<Record<string, unknown>>;

export const isAll = (when: When): when is { all: When[] } => typeof when === 'object' && 'all' in when;
export const isAny = (when: When): when is { any: When[] } => typeof when === 'object' && 'any' in when;
export const isNot = (when: When): when is { not: When } => typeof when === 'object' && 'not' in when;
export const isSuggests = (when: When): when is { suggests: When } =>
  typeof when === 'object' && 'suggests' in when;
export const isUnless = (when: When): when is { unless: When } =>
  typeof when === 'object' && 'unless' in when;
export const isLikelier = (when: When): when is { likelier: When } =>
  typeof when === 'object' && 'likelier' in when;
