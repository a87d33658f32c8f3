/**
 * The one place that touches httpyac's global state: its providers are set here, once, and find the run they serve
 * through `currentRun`.
 */
import * as httpyac from 'httpyac';
import { RequestSender } from './request-sender';
import { fileProvider } from './files';
import { guard } from './guard';
import { userInteractionProvider } from './prompts';
import { currentRun } from './run-state';
import { exchange } from './exchange';

/** httpyac's levels; its enum is for the compiler only. */
const WARN = 5;
const levels: Readonly<Record<number, 'warn' | 'error'>> = { [WARN]: 'warn', 100: 'error' };

let bound = false;

/** httpyac with our providers: files, questions, log, transport; trusting nothing outside of a run. */
export function boundHttpyac(): typeof httpyac {
  if (bound) return httpyac;
  bound = true;
  Object.assign(httpyac.io.fileProvider, fileProvider);
  Object.assign(httpyac.io.userInteractionProvider, userInteractionProvider);
  httpyac.io.httpClientProvider.createRequestClient = (request, context) =>
    new RequestSender(request, context);
  httpyac.io.httpClientProvider.exchange = exchange;
  // Objects among the parameters are requests with their secrets: only texts go on.
  (httpyac.io.log as unknown as { options: object }).options = {
    level: WARN,
    logMethod: (level: number, ...parameters: unknown[]) => {
      const message = parameters.filter((parameter) => typeof parameter === 'string').join(' ');
      if (message) currentRun()?.log(levels[level] ?? 'debug', message);
    },
  };
  // Cookies, OAuth tokens and JetBrains' globals live in one list for the whole process: give each run its own.
  Object.defineProperty(httpyac.store.userSessionStore, 'userSessions', {
    get: () => currentRun()?.userSessions ?? [],
  });
  return httpyac;
}

/** A store that parses files with our rules attached (`guard`). */
export const newFileStore = (): httpyac.HttpFileStore =>
  new (boundHttpyac().store.HttpFileStore)({ 'api-troubleshooter': guard });
