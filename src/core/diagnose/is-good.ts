import type { Diagnosis } from './diagnosis';

/** Whether it went well: a good answer in which nothing was found. */
export const isGood = ({ outcome, problem }: Pick<Diagnosis, 'outcome'> & { problem?: unknown }): boolean =>
  outcome.kind === 'response' && outcome.status < 400 && problem === undefined;
