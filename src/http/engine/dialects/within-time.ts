import { createContext, Script } from 'node:vm';

/** Milliseconds that a path into an answer may take: one written well takes a few. */
const longest = 1000;

const script = new Script('work()');

/**
 * What work gives that does not wait for anything; undefined where it throws or takes too long, as a regular expression
 * or a path may that an answer was made for.
 */
export function withinTime<Result>(work: () => Result, milliseconds = longest): Result | undefined {
  try {
    return script.runInContext(createContext({ work }), { timeout: milliseconds }) as Result;
  } catch {
    return undefined;
  }
}
