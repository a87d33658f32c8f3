import type { HttpFile, UserSession, Variables } from 'httpyac';

/**
 * What outlives a run, in memory only: cookies, OAuth tokens, JetBrains' global variables, and the answers of named
 * requests, so that a login that ran before is known to the request after it. Keep one for a workspace folder.
 */
export class Session {
  /** httpyac's own list. */
  readonly userSessions: UserSession[] = [];
  private readonly files = new Map<string, Map<string, Record<string, Variables>>>();

  /** Gives a freshly parsed file what its requests brought before. One whose text changed has to run again. */
  restore(file: HttpFile): void {
    const known = this.files.get(file.fileName.toString());
    const referred = referredNames(file);
    for (const region of file.httpRegions) {
      // A request that another one refers to runs before it, every time: an old token would hide what is wrong.
      if (typeof region.metaData.name === 'string' && referred.has(region.metaData.name)) continue;
      const { source } = region.symbol;
      if (region.request && source) Object.assign(region.variablesPerEnv, known?.get(source));
    }
  }

  /** Remembers what the requests of a file brought. */
  remember(file: HttpFile): void {
    const regions = new Map<string, Record<string, Variables>>();
    for (const { request, symbol, variablesPerEnv } of file.httpRegions) {
      if (request && symbol.source) regions.set(symbol.source, variablesPerEnv);
    }
    this.files.set(file.fileName.toString(), regions);
  }
}

/** Names behind `# @ref` and `# @forceRef` anywhere in a file. */
function referredNames(file: HttpFile): Set<string> {
  const names = new Set<string>();
  for (const { symbol } of file.httpRegions) {
    for (const [, name = ''] of (symbol.source ?? '').matchAll(
      /^\s*(?:#|\/\/)\s*@(?:ref|forceRef|force-ref)\s+(\S+)/gm,
    )) {
      names.add(name);
    }
  }
  return names;
}
