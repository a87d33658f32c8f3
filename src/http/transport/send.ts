import type {
  Body,
  Failure,
  Outcome,
  Redirect,
  SentRequest,
  Timings,
  Connection,
} from '../../core/exchange/exchange';
import { phrase } from '../../core/text/phrase';
import { decodeContent, decodeText } from './content';
import { ownFailure } from './failure';
import { field, sendHop, type Answer } from './hop';
import { addTimings } from './phases';
import { followRedirect, mayFollow, redirectTarget } from './redirect';
import type { Limits, OutgoingRequest, Transmission, Transport } from './transport';

/** The transport over `got` and Node's http and https. It follows redirects itself, so that each one is seen. */
export const send: Transport = async (request, { signal, limits }) => {
  const startedAt = Date.now();
  const redirects: Redirect[] = [];
  const timings: Timings[] = [];
  const until = { signal, deadline: AbortSignal.timeout(limits.totalMs) };
  let first: SentRequest | undefined;
  let current = request;
  let connection: Connection | undefined;

  for (;;) {
    const hop = await sendHop(await withCookies(current), until, limits);
    first ??= hop.sent;
    connection = hop.connection;
    timings.push(hop.timings);
    if (hop.result.kind === 'failure') return result(hop.result);

    const answer = hop.result;
    await keepCookies(current, answer);
    const target = current.followRedirects
      ? redirectTarget(answer.status, field(answer.headers, 'location'), current.url)
      : undefined;
    const next = target === undefined ? undefined : followRedirect(current, answer.status, target);
    if (target === undefined || !next) return await finish(answer);
    if (!mayFollow(current, next.request)) return { ...(await finish(answer)), notFollowed: target };
    if (redirects.length >= limits.maxRedirects) {
      return result(
        ownFailure('TOO_MANY_REDIRECTS', phrase('More than {0} redirects.', limits.maxRedirects), 'receive'),
      );
    }
    redirects.push({
      status: answer.status,
      from: current.url,
      to: target,
      headers: answer.headers,
      methodBefore: current.method,
      methodAfter: next.request.method,
      dropped: next.dropped,
    });
    current = next.request;
  }

  async function finish(answer: Answer): Promise<Transmission> {
    const { body, content } = await readBody(answer, limits);
    const { status, reason, httpVersion, headers, receivedAt } = answer;
    const url = current.url;
    return {
      ...result({ kind: 'response', status, reason, httpVersion, headers, body, url, receivedAt }),
      content,
    };
  }

  function result(outcome: Failure | Outcome): Transmission {
    return {
      request: first ?? asWritten(request),
      redirects,
      outcome: 'kind' in outcome ? outcome : { kind: 'failure', ...outcome },
      startedAt,
      timings: addTimings(timings, Date.now() - startedAt),
      ...(connection ? { connection } : {}),
    };
  }
};

const asWritten = ({ method, url, name, headers }: OutgoingRequest): SentRequest => ({
  method,
  url,
  name,
  headers,
});

async function readBody(answer: Answer, limits: Limits): Promise<{ body: Body; content: Uint8Array }> {
  const encoding = field(answer.headers, 'content-encoding');
  const decoded = await decodeContent(answer.bytes, encoding, limits.maxBodyBytes);
  const capped = answer.capped || decoded.capped;
  const body: Body = {
    text: decodeText(decoded.bytes, field(answer.headers, 'content-type')),
    size: answer.size,
    ...(capped ? { capped } : {}),
    ...(answer.truncated ? { truncated: true } : {}),
    ...(answer.stalled ? { stalled: true } : {}),
    ...(decoded.codingError ? { codingError: decoded.codingError } : {}),
  };
  return { body, content: decoded.bytes };
}

async function withCookies(request: OutgoingRequest): Promise<OutgoingRequest> {
  const cookies = await request.cookies?.getCookieString(request.url);
  if (!cookies) return request;
  const own = field(request.headers, 'cookie');
  if (own === undefined) return { ...request, headers: [...request.headers, ['Cookie', cookies]] };
  // What the author wrote is what goes out, also where the jar has a cookie of the same name.
  const written = new Set(own.split(';').map(nameOfCookie));
  const kept = cookies.split(';').filter((cookie) => !written.has(nameOfCookie(cookie)));
  const others = request.headers.filter(([name]) => name.toLowerCase() !== 'cookie');
  const all = [own, ...kept].map((cookie) => cookie.trim()).filter((cookie) => cookie !== '');
  return { ...request, headers: [...others, ['Cookie', all.join('; ')]] };
}

const nameOfCookie = (cookie: string): string => (cookie.split('=', 1)[0] ?? '').trim();

/** A cookie that the jar refuses (a foreign domain, a syntax error) is not kept; the answer is none the worse. */
async function keepCookies(request: OutgoingRequest, answer: Answer): Promise<void> {
  if (!request.cookies) return;
  for (const [name, value] of answer.headers) {
    if (name.toLowerCase() === 'set-cookie')
      await request.cookies.setCookie(value, request.url).catch(() => {});
  }
}
