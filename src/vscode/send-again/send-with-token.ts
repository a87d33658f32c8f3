import { type RefreshPlan, withToken } from '../../core/refresh/refresh-request';
import type { Transport } from '../../http/transport/transport';

/**
 * Sends everything as `transport` does, but the refused request with the new token: a login that it refers to keeps
 * its own credential, and no other origin sees the token.
 */
export function sendWithToken(
  transport: Transport,
  refused: { readonly method: string; readonly url: string },
  { header, origin }: RefreshPlan,
  token: string,
): Transport {
  const path = new URL(refused.url).pathname;
  return (request, options) => {
    const url = new URL(request.url);
    const isRefused = request.method === refused.method && url.origin === origin && url.pathname === path;
    return transport(
      isRefused ? { ...request, headers: withToken(request.headers, header, token) } : request,
      options,
    );
  };
}
