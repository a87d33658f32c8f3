import { json, type Answer } from '../server/answer';
import type { Call } from '../server/call';
import { createRouter, type Route } from '../server/router';
import { BoundedMap } from '../storage/bounded-map';
import { BROKEN } from './broken';
import { Script } from './script';
import { answerOf, parseSteps } from './step';

export const CONTROL_PREFIX = '/_sandbox';
const FAULTY = `${CONTROL_PREFIX}/faulty/`;

type Handler = (call: Call, params: Readonly<Record<string, string>>) => Promise<Answer> | Answer;

export interface ControlOptions {
  readonly now: () => number;
  /** What the API itself answers, for scripts that pass requests on. */
  readonly api: (call: Call) => Promise<Answer>;
  /** Ready credentials of the API, good and bad ones. */
  readonly tokens: () => Readonly<Record<string, string>>;
  /** What tests may want to see of the API's inner state. */
  readonly state: () => unknown;
}

/**
 * The sandbox's own paths, which no API documents:
 *
 * - `PUT /_sandbox/faults/{key}` with a JSON array of steps sets a script; `GET` gives what it received, `DELETE` ends it.
 * - `ANY /_sandbox/faulty/{key}` plays the script's next step; its last one repeats. With a path behind the key
 *   (`/_sandbox/faulty/{key}/api/…`) the API answers once the script is over, so that `{origin}/_sandbox/faulty/{key}`
 *   serves as a base URL of a flaky API.
 * - `GET /_sandbox/tokens`, `GET /_sandbox/state`.
 * - `GET /_sandbox/{reset,hang,slow,drip,truncated,big,gzip-bomb,bad-gateway}`: broken connections.
 */
export function createControls(options: ControlOptions): (call: Call) => Promise<Answer> {
  const scripts = new BoundedMap<string, Script>(1000);
  const routes: Route<Handler>[] = [
    {
      method: 'PUT',
      template: `${CONTROL_PREFIX}/faults/{key}`,
      handler: (call, { key }) => setScript(scripts, key, call),
    },
    {
      method: 'GET',
      template: `${CONTROL_PREFIX}/faults/{key}`,
      handler: (_, { key }) => report(scripts, key),
    },
    {
      method: 'DELETE',
      template: `${CONTROL_PREFIX}/faults/{key}`,
      handler: (_, { key = '' }) => (scripts.delete(key) ? { status: 204 } : unknownScript(key)),
    },
    { method: 'GET', template: `${CONTROL_PREFIX}/tokens`, handler: () => json(200, options.tokens()) },
    { method: 'GET', template: `${CONTROL_PREFIX}/state`, handler: () => json(200, options.state()) },
    ...Object.entries(BROKEN).map(([name, handler]) => ({
      method: 'GET',
      template: `${CONTROL_PREFIX}/${name}`,
      handler,
    })),
  ];
  const match = createRouter(routes);
  return async (call) => {
    if (call.path.startsWith(FAULTY)) return play(scripts, call, options);
    const found = match(call.method, call.path);
    if (found.kind === 'found') return found.route.handler(call, found.params);
    if (found.kind === 'not-found') return json(404, { problem: 'no such control of the sandbox' });
    return json(405, { problem: 'wrong method' }, { Allow: found.allow.join(', ') });
  };
}

async function setScript(scripts: BoundedMap<string, Script>, key = '', call: Call): Promise<Answer> {
  const body = await call.body();
  if (body.kind === 'too-large') return json(413, { problem: 'the script is too large' });
  const steps = parseSteps(parse(body.text));
  if ('problem' in steps) return json(400, steps);
  scripts.delete(key);
  scripts.set(key, new Script(steps));
  return json(200, { key, steps: steps.length });
}

function report(scripts: BoundedMap<string, Script>, key = ''): Answer {
  const script = scripts.get(key);
  if (!script) return unknownScript(key);
  return json(200, { key, steps: script.steps.length, played: script.played, requests: script.received });
}

async function play(
  scripts: BoundedMap<string, Script>,
  call: Call,
  options: ControlOptions,
): Promise<Answer> {
  const [key = '', ...rest] = call.path.slice(FAULTY.length).split('/');
  const script = scripts.get(key) ?? scripts.get(decoded(key));
  if (!script) return unknownScript(key);
  const path = `/${rest.join('/')}`;
  const query = call.query.size > 0 ? `?${call.query}` : '';
  const body = await call.body();
  const step = script.next({
    method: call.method,
    path: path + query,
    headers: call.headers,
    body: body.kind === 'read' ? body.text : '',
    at: call.receivedAt,
  });
  const passes = step ? step.pass : path !== '/';
  if (passes) return options.api({ ...call, path });
  return answerOf(step ?? script.steps.at(-1) ?? {}, options.now());
}

const unknownScript = (key: string): Answer =>
  json(404, { problem: `no script "${key}": PUT ${CONTROL_PREFIX}/faults/${key} sets one` });

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
