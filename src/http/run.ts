import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConsoleLogHandler, HttpFile, HttpRegion } from 'httpyac';
import type { Exchange, WrittenRequest } from '../core/exchange/exchange';
import { isUnsent } from '../core/exchange/read-exchange';
import { redactorOf } from '../core/redact/redactor';
import { boundHttpyac, newFileStore } from './engine/httpyac';
import { knownSecrets } from './engine/known-secrets';
import { withDefiningEnvironments } from './defining-environments';
import { type ClientSettings, type DefinedEnvironments, runConfig } from './environments';
import { withRun, type Ask, type Log, type RunState } from './engine/run-state';
import { findOutcome } from './outcome';
import { toRequestRegion, type RequestRegion } from './request-region';
import { cancelled, emptyFile, noRequest, unreadableFile, untrusted } from './run-error';
import { Session } from './session';
import { send } from './transport/send';
import { defaultLimits, type Limits, type Transport } from './transport/transport';
import { locateVariables } from './unresolved-variables';
import { untilAborted } from './until-aborted';

export interface RunOptions {
  /** Absolute path of the `.http` file. */
  readonly file: string;
  /** The document's URI, for `written`; by default the path's `file:` URL. */
  readonly uri?: string;
  /** The document's current text, saved or not; by default the file is read. */
  readonly text?: string;
  /** Zero-based line of the cursor. */
  readonly line: number;
  /** Names of the environments to use, the later ones winning. */
  readonly environment?: readonly string[];
  /** Environments that are defined elsewhere than in files. */
  readonly definedEnvironments?: DefinedEnvironments;
  readonly clientSettings?: ClientSettings;
  /** Absolute path of the workspace folder; no file outside of it is referred to. By default the file's folder. */
  readonly root?: string;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** Whether the user trusts the workspace: httpyac runs the scripts in a file unsandboxed. */
  readonly trusted: boolean;
  /** Without it, a request that asks something is not sent. */
  readonly ask?: Ask;
  /** Opens a page on which the user signs in; without it, a request that needs one is not sent. */
  readonly open?: (url: string) => Promise<void>;
  readonly log?: Log;
  readonly session?: Session;
  readonly transport?: Transport;
  /** Names of fields that go to no other origin, beside those that are secret everywhere. */
  readonly secretNames?: ReadonlySet<string>;
  /** The text of a file, by its absolute path, that is open with changes which are not saved. */
  readonly unsaved?: (file: string) => string | undefined;
}

/**
 * Runs the request at a line of a `.http` file: httpyac resolves variables, environments, references and
 * authentication; our transport sends and observes. What keeps it from being sent, or answered, is an outcome.
 *
 * @throws RunError where there is no request to speak of: see its reasons.
 */
export async function runRequest(options: RunOptions): Promise<Exchange> {
  // Before anything of the file is looked at: parsing alone loads a project's configuration, which is code.
  if (!options.trusted) throw untrusted();
  const signal = options.signal ?? new AbortController().signal;
  if (signal.aborted) throw cancelled(signal.reason);
  const name = path.basename(options.file);
  const text = options.text ?? (await readText(options.file, name));
  if (!text.trim()) throw emptyFile(name);

  const session = options.session ?? new Session();
  const state: RunState = {
    root: path.resolve(options.root ?? path.dirname(options.file)),
    trusted: true,
    signal,
    limits: { ...defaultLimits, ...options.limits },
    transport: options.transport ?? send,
    ask: options.ask,
    unsaved: options.unsaved,
    open: options.open,
    secretNames: options.secretNames,
    log: (level, message) => options.log?.(level, redactorOf(knownSecrets(state), new Set())(message)),
    userSessions: session.userSessions,
    unresolved: [],
    sent: [],
    tokens: [],
    typed: [],
    running: [],
  };
  return untilAborted(
    signal,
    withRun(state, () =>
      runIn(state, { ...options, text, session }).finally(() => {
        state.ended = true;
      }),
    ),
  );
}

type ReadOptions = RunOptions & { readonly text: string; readonly session: Session };

async function runIn(state: RunState, options: ReadOptions): Promise<Exchange> {
  const { file, text, line, session } = options;
  const httpyac = boundHttpyac();
  const startedAt = Date.now();
  const config = runConfig(options.definedEnvironments, options.clientSettings);
  const httpFile = await newFileStore().parse(file, text, { workingDir: state.root, config });
  const lines = text.split(/\r?\n/);
  const found = requestAt(httpFile, lines, line);
  if (!found) throw noRequest(line);
  session.restore(httpFile);

  const activeEnvironment = options.environment?.length ? [...options.environment] : undefined;
  await httpyac.send({
    httpFile,
    httpRegion: found.httpRegion,
    activeEnvironment,
    config,
    variables: {},
    scriptConsole: scriptConsole(state.log),
    progress: {
      isCanceled: () => state.signal.aborted,
      register: (cancel) => {
        state.signal.addEventListener('abort', cancel, { once: true });
        return () => state.signal.removeEventListener('abort', cancel);
      },
    },
  });
  const environments = await httpyac.getEnvironments({ httpFile, config });
  const written: WrittenRequest = {
    uri: options.uri ?? pathToFileURL(file).href,
    firstLine: found.region.firstLine,
    lastLine: found.region.lastLine,
    requestLine: found.region.requestLine,
    text: lines.slice(found.region.firstLine, found.region.lastLine + 1).join('\n'),
    environment: activeEnvironment?.join(', '),
    environments,
    unresolvedVariables: state.unresolved.length
      ? await withDefiningEnvironments(
          locateUnresolved(state, httpFile, lines, found.region),
          environments,
          activeEnvironment ?? [],
          (environment) => httpyac.getVariables({ httpFile, config, activeEnvironment: [environment] }),
        )
      : [],
  };
  session.remember(httpFile);
  for (const { message, error } of httpFile.httpRegions.flatMap(({ testResults }) => testResults ?? [])) {
    if (error) state.log('warn', message);
  }
  return withEarlier(
    { ...findOutcome(state, httpFile, found.httpRegion, line, startedAt), written, ...secretsOf(state) },
    session,
  );
}

/** The exchange with what its idempotency key went out with before. */
function withEarlier(exchange: Exchange, { sentKeys }: Session): Exchange {
  const { outcome } = exchange;
  if (outcome.kind === 'failure' && isUnsent(outcome)) return exchange;
  const earlier = sentKeys.record(exchange);
  return earlier.length > 0 ? { ...exchange, earlier } : exchange;
}

function secretsOf(state: RunState): Pick<Exchange, 'secrets'> {
  const secrets = [...knownSecrets(state)];
  return secrets.length > 0 ? { secrets } : {};
}

interface Found {
  readonly httpRegion: HttpRegion;
  readonly region: RequestRegion;
}

function requestAt(httpFile: HttpFile, lines: readonly string[], line: number): Found | undefined {
  for (const httpRegion of httpFile.httpRegions) {
    const region = toRequestRegion(httpRegion, lines);
    if (region && region.firstLine <= line && line <= region.lastLine) return { httpRegion, region };
  }
  return undefined;
}

/** Each expression is looked for where it was met: in the request itself, or in one it refers to. */
function locateUnresolved(
  state: RunState,
  httpFile: HttpFile,
  lines: readonly string[],
  main: RequestRegion,
) {
  const names = httpFile.httpRegions.flatMap(({ metaData: { name } }) =>
    typeof name === 'string' ? [name.trim()] : [],
  );
  const httpRegions = [...new Set(state.unresolved.map(({ region }) => region))];
  return httpRegions.flatMap((httpRegion) => {
    const met = state.unresolved.filter(({ region }) => region === httpRegion);
    const region = met[0]?.file === httpFile ? toRequestRegion(httpRegion, lines) : undefined;
    return locateVariables(
      met.map(({ expression }) => expression),
      lines,
      region ?? main,
      names,
    );
  });
}

async function readText(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadableFile(name, error);
  }
}

/** `console` of the scripts in a file. Objects are left out: httpyac prints whole requests here, secrets and all. */
function scriptConsole(log: Log): ConsoleLogHandler {
  const write =
    (level: Parameters<Log>[0]) =>
    (...values: unknown[]): void => {
      const message = values.filter((value) => typeof value !== 'object').join(' ');
      if (message) log(level, message);
    };
  return {
    collectMessages: () => {},
    flush: () => {},
    clear: () => {},
    logPriority: write('info'),
    info: write('info'),
    log: write('info'),
    trace: write('debug'),
    debug: write('debug'),
    warn: write('warn'),
    error: write('error'),
  } as unknown as ConsoleLogHandler;
}
