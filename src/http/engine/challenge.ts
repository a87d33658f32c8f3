import type { OutgoingRequest, Transmission } from '../transport/transport';
import { toFields } from './outgoing';

type AfterResponse = (response: object, retry: (options: { headers?: object }) => Promise<object>) => unknown;

/**
 * httpyac answers a Digest challenge (RFC 7616) through the `afterResponse` hooks of the HTTP library it ships with.
 * This gives those hooks what they read of it, and sends again where one asks for it. Returns the last transmission.
 */
export async function challenged(
  first: Transmission,
  request: OutgoingRequest,
  hooks: { readonly afterResponse?: readonly unknown[] } | undefined,
  transmit: (request: OutgoingRequest) => Promise<Transmission>,
): Promise<Transmission> {
  let last = first;
  for (const hook of hooks?.afterResponse ?? []) {
    if (last.outcome.kind === 'failure') break;
    await (hook as AfterResponse)(toLibraryResponse(last, request), async ({ headers }) => {
      const added = toFields(headers as Record<string, unknown> | undefined);
      const names = new Set(added.map(([name]) => name.toLowerCase()));
      const kept = request.headers.filter(([name]) => !names.has(name.toLowerCase()));
      last = await transmit({ ...request, headers: [...kept, ...added] });
      return toLibraryResponse(last, request);
    });
  }
  return last;
}

function toLibraryResponse({ outcome, content }: Transmission, request: OutgoingRequest): object {
  if (outcome.kind === 'failure') return {};
  const { method, url } = request;
  return {
    statusCode: outcome.status,
    statusMessage: outcome.reason,
    httpVersion: outcome.httpVersion,
    url: outcome.url,
    headers: Object.fromEntries(outcome.headers.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders: outcome.headers.flat(),
    body: outcome.body.text,
    rawBody: content,
    timings: { phases: {} },
    redirectUrls: [],
    request: { requestUrl: url, options: { method, url, headers: Object.fromEntries(request.headers) } },
  };
}
