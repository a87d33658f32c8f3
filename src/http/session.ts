import type { HttpFile, HttpRegion, UserSession, Variables } from 'httpyac';
import { SentKeys } from './sent-keys';

type VariablesPerEnvironment = Readonly<Record<string, Variables>>;

/**
 * What outlives a run, in memory only: cookies, OAuth tokens, JetBrains' global variables, the answers of named
 * requests, so that a login that ran before is known to the request after it, and which idempotency keys were sent.
 * Keep one for a workspace folder.
 */
export class Session {
  /** httpyac's own list. */
  readonly userSessions: UserSession[] = [];
  readonly sentKeys = new SentKeys();
  private readonly files = new Map<string, ReadonlyMap<string, VariablesPerEnvironment>>();

  /** Gives a freshly parsed file what its requests brought before. One whose text changed has to run again. */
  restore(file: HttpFile): void {
    const known = this.files.get(file.fileName.toString());
    for (const { request, symbol, variablesPerEnv } of file.httpRegions) {
      const variables = request && symbol.source ? known?.get(symbol.source) : undefined;
      for (const [environment, values] of Object.entries(variables ?? {})) {
        variablesPerEnv[environment] = { ...values };
      }
    }
  }

  /**
   * Remembers what the requests of a file brought; not those that another one refers to: they run before it every
   * time, for an old token would hide what is wrong.
   */
  remember(file: HttpFile): void {
    const referred = referredNames(file);
    const isReferred = ({ metaData }: HttpRegion): boolean =>
      typeof metaData.name === 'string' && referred.has(metaData.name);
    // httpyac copies what a request brings to those that refer to it.
    const passing = new Set([
      ...referred,
      ...file.httpRegions
        .filter(isReferred)
        .flatMap(({ variablesPerEnv }) => Object.values(variablesPerEnv).flatMap(Object.keys)),
    ]);
    const regions = new Map<string, VariablesPerEnvironment>();
    for (const { request, symbol, variablesPerEnv } of file.httpRegions) {
      if (request && symbol.source) regions.set(symbol.source, without(passing, variablesPerEnv));
    }
    this.files.set(file.fileName.toString(), regions);
  }
}

const without = (names: ReadonlySet<string>, variables: VariablesPerEnvironment): VariablesPerEnvironment =>
  Object.fromEntries(
    Object.entries(variables).map(([environment, values]) => [
      environment,
      Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))),
    ]),
  );

/** Names behind `# @ref` and `# @forceRef` anywhere in a file. */
function referredNames(file: HttpFile): Set<string> {
  const reference = /^\s*(?:#+|\/\/+)\s*@(?:ref|forceRef|force-ref)\s+(\S+)/gm;
  return new Set(
    file.httpRegions.flatMap(({ symbol }) =>
      Array.from((symbol.source ?? '').matchAll(reference), ([, name = '']) => name),
    ),
  );
}
