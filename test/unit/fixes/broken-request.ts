import { pathToFileURL } from 'node:url';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Outcome, Redirect } from '../../../src/core/exchange/exchange';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { applyFixEdits } from '../../../src/core/fixes/apply-fix';
import { findFixes } from '../../../src/core/fixes/find-fixes';
import type { Fix } from '../../../src/core/fixes/fix';
import type { DefinedEnvironments } from '../../../src/http/environments';
import { plainL10n } from '../../../src/core/text/language';
import { shippedIndex } from '../../servers/shipped-knowledge';
import { makeWorkspace } from '../http/workspace';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Where a 301 led before; Authorization stays behind where that is another origin. */
  readonly redirectTo?: string;
  /** A failure's code, where no answer came. */
  readonly failure?: string;
}

export interface Broken {
  readonly text: string;
  /** A text on the line of the request; by default the last request line. */
  readonly at?: string;
  readonly answer: Answer;
  /** By name; the environment `local` is chosen. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Repaired {
  readonly fix: Fix;
  /** The `.http` file, and the environment files by name, with the fix applied. */
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Has httpyac build the request of a file, answers it, diagnoses that, and applies every fix that is found. */
export async function repairsOf({ text, at, answer, files = {} }: Broken): Promise<Repaired[]> {
  const workspace = await makeWorkspace(files);
  try {
    const exchange = await workspace.run(text, {
      ...(at === undefined ? {} : { at }),
      environment: Object.keys(files).length > 0 ? ['local'] : [],
      definedEnvironments: settingsOf(files),
      transport: ({ body, ...request }) =>
        Promise.resolve({
          request: {
            ...request,
            ...(body ? { body: { text: new TextDecoder().decode(body), size: body.length } } : {}),
          },
          redirects: redirectsOf(answer, request),
          outcome: outcomeOf(answer, request.url),
          startedAt: Date.now(),
          timings: { total: 1 },
        }),
    });
    const index = shippedIndex();
    const knowledge = indexKnowledge(index);
    const api = identifyApi(exchange, index.apis, ({ id }, code) => knowledge.byCode(id, code).length > 0);
    const now = Date.now();
    const diagnosis = diagnose(exchange, { api, knowledge, now, l10n: plainL10n() });
    const uriOf = (name: string): string => pathToFileURL(workspace.path(name)).href;
    const environments = Object.entries(files).map(([name, each]) => ({ uri: uriOf(name), text: each }));
    return findFixes(readExchange(exchange, api, now), diagnosis, { text, environments }).map((fix) => {
      const apply = (uri: string, before: string): string =>
        applyFixEdits(
          before,
          fix.edits.filter((edit) => edit.uri === uri),
        );
      return {
        fix,
        text: apply(exchange.written?.uri ?? '', text),
        files: Object.fromEntries(
          Object.entries(files).map(([name, each]) => [name, apply(uriOf(name), each)]),
        ),
      };
    });
  } finally {
    await workspace.remove();
  }
}

/** The environments of REST Client's setting, which VS Code reads from the workspace's file. */
function settingsOf(files: Readonly<Record<string, string>>): DefinedEnvironments {
  const settings = JSON.parse(files['.vscode/settings.json'] ?? '{}') as Record<string, DefinedEnvironments>;
  return settings['rest-client.environmentVariables'] ?? {};
}

function redirectsOf({ redirectTo }: Answer, { url, method }: { url: string; method: string }): Redirect[] {
  if (redirectTo === undefined) return [];
  const isOtherOrigin = new URL(redirectTo).origin !== new URL(url).origin;
  return [
    {
      status: 301,
      from: url,
      to: redirectTo,
      headers: [['Location', redirectTo]],
      methodBefore: method,
      methodAfter: method === 'POST' ? 'GET' : method,
      dropped: isOtherOrigin ? ['Authorization'] : [],
    },
  ];
}

function outcomeOf({ status = 401, headers = {}, body, failure }: Answer, url: string): Outcome {
  if (failure !== undefined)
    return { kind: 'failure', code: failure, message: failure, phase: 'connect', chain: [] };
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  return {
    kind: 'response',
    status,
    reason: '',
    httpVersion: '1.1',
    headers: [['Content-Type', type], ...Object.entries(headers)],
    body: { text, size: text.length },
    url,
    receivedAt: Date.now(),
  };
}
