import type { Check } from '../../catalog/format';
import type { Reading } from '../../exchange/reading';
import { phrase } from '../../text/phrase';
import { isGood, outcomeOf } from '../outcome';
import type { Probe, ProbeKind } from '../probe';
import { isSafe, variation } from '../same-server';

/** The checks that the catalog has for the problem, and for a server that does not work those for the API as a whole. */
export const catalogCheck: ProbeKind = {
  id: 'check',
  find({ reading, problem }) {
    const { api, answer, failure, sent } = reading;
    const isDown = (answer !== undefined && answer.status >= 500) || (failure !== undefined && sent);
    const checks = [...(problem?.checks ?? []), ...(isDown ? (api?.health ?? []) : [])];
    return checks.flatMap((check) => probeOf(check, reading) ?? []);
  },
  judge(before, after, { target }) {
    const isAnonymous =
      target.kind !== 'request' || !before.credentials.some(({ name }) => carries(target.headers, name));
    if (!isGood(after)) return { text: phrase('The check was answered with {0}.', outcomeOf(after)) };
    const status = before.answer?.status;
    return !isAnonymous && (status === 401 || status === 403)
      ? {
          text: phrase('The same credential is accepted here: {0}.', outcomeOf(after)),
          ...(status === 401 ? { verdict: 'ruled-out' as const } : {}),
        }
      : { text: phrase('The check passed: {0}.', outcomeOf(after)) };
  },
};

const carries = (headers: readonly (readonly [string, string])[], name: string): boolean =>
  headers.some(([each]) => each.toLowerCase() === name.toLowerCase());

/** One that needs values of its own (`{{flowId}}`), or a body, is for the user to write. */
function probeOf(
  { title, request, headers, body, anonymous, unsafe }: Check,
  reading: Reading,
): Omit<Probe, 'id'> | undefined {
  const { url, exchange } = reading;
  const [method, path] = request.trim().split(/\s+/);
  if (!url || !method || !path?.startsWith('/') || /\{/.test(path) || body !== undefined) return undefined;
  const target = new URL(path, url.origin);
  if (target.pathname === url.pathname && method === exchange.request.method && !anonymous) return undefined;
  const made = variation(reading, { url: target, method, anonymous });
  const names = Object.keys(headers ?? {}).map((name) => name.toLowerCase());
  return {
    title,
    change: anonymous
      ? phrase('Another request to the same server, without the credential.')
      : phrase('Another request to the same server, with the same credential.'),
    target: {
      kind: 'request',
      method,
      url: made.url,
      headers: [
        ...made.headers.filter(([name]) => !names.includes(name.toLowerCase())),
        ...Object.entries(headers ?? {}),
      ],
    },
    unsafe: unsafe === true || !isSafe(method),
    facts: anonymous
      ? []
      : [
          'jwt.malformed',
          'jwt.expired',
          'jwt.issuerMismatch',
          'jwt.audienceMismatch',
          'jwt.environmentMismatch',
        ],
  };
}
