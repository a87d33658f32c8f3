import type { HttpFile, HttpRegion, UserSession, Variables } from 'httpyac';
import { SentKeys } from './sent-keys';

type VariablesPerEnvironment = Readonly<Record<string, Variables>>;
/** By the text of their request. */
type Regions = ReadonlyMap<string, VariablesPerEnvironment>;

/**
 * What outlives a run, in memory only: cookies, OAuth tokens, JetBrains' global variables, the answers of named
 * requests, so that a login that ran before is known to the request after it, and which idempotency keys were sent.
 * Keep one for a workspace folder.
 */
export class Session {
  /** httpyac's own list. */
  readonly userSessions: UserSession[] = [];
  readonly sentKeys = new SentKeys();
  private readonly files = new Map<string, Regions>();
  /** What files were given that are being run. */
  private readonly given = new WeakMap<HttpFile, Regions>();

  /** Gives a freshly parsed file what its requests brought before. One whose text changed has to run again. */
  restore(file: HttpFile): void {
    const known = this.files.get(file.fileName.toString());
    this.given.set(file, known ?? new Map());
    for (const { request, symbol, variablesPerEnv } of file.httpRegions) {
      const variables = request && symbol.source ? known?.get(symbol.source) : undefined;
      for (const [environment, values] of Object.entries(variables ?? {})) {
        variablesPerEnv[environment] = { ...values };
      }
    }
  }

  /**
   * Remembers what the requests of a file brought; not those that another one refers to: they run before it every
   * time, for an old token would hide what is wrong. What another run brought meanwhile stays, unless this one brought
   * that anew.
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
    const name = file.fileName.toString();
    const [known, given] = [this.files.get(name), this.given.get(file)];
    const regions = new Map<string, VariablesPerEnvironment>();
    for (const { request, symbol, variablesPerEnv } of file.httpRegions) {
      if (!request || !symbol.source) continue;
      const has = without(passing, variablesPerEnv);
      const isNew = !isSame(has, given?.get(symbol.source) ?? {});
      regions.set(symbol.source, isNew ? has : (known?.get(symbol.source) ?? has));
    }
    this.files.set(name, regions);
  }
}

const without = (names: ReadonlySet<string>, variables: VariablesPerEnvironment): VariablesPerEnvironment =>
  Object.fromEntries(
    Object.entries(variables).map(([environment, values]) => [
      environment,
      Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))),
    ]),
  );

/** Whether both hold the very same values; an environment without any is none. */
function isSame(a: VariablesPerEnvironment, b: VariablesPerEnvironment): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((environment) => {
    const [ours = {}, theirs = {}] = [a[environment], b[environment]];
    const names = Object.keys(ours);
    return names.length === Object.keys(theirs).length && names.every((name) => ours[name] === theirs[name]);
  });
}

/** Names behind `# @ref` and `# @forceRef` anywhere in a file. */
function referredNames(file: HttpFile): Set<string> {
  const reference = /^\s*(?:#+|\/\/+)\s*@(?:ref|forceRef|force-ref)\s+(\S+)/gm;
  return new Set(
    file.httpRegions.flatMap(({ symbol }) =>
      Array.from((symbol.source ?? '').matchAll(reference), ([, name = '']) => name),
    ),
  );
}
