import type { Answer } from './answer';
import type { Call } from './call';

export interface CorsPolicy {
  /** `*` allows every origin. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

/** The CORS fields of an ordinary answer: none for an origin that is not allowed, which is what browsers then block. */
export function corsHeaders(policy: CorsPolicy, call: Call): Record<string, string> {
  const origin = call.headers['origin'];
  if (origin === undefined) return {};
  const any = policy.origins.includes('*');
  if (!any && !policy.origins.includes(origin)) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': any ? '*' : origin,
    'Access-Control-Expose-Headers': policy.exposed.join(', '),
    Vary: 'Origin',
  };
}

/** The answer to a preflight (Fetch standard, CORS-preflight request), or nothing where `call` is none. */
export function preflight(policy: CorsPolicy, call: Call): Answer | undefined {
  const isPreflight = call.method === 'OPTIONS' && 'access-control-request-method' in call.headers;
  if (!isPreflight) return undefined;
  return {
    status: 204,
    headers: {
      ...corsHeaders(policy, call),
      'Access-Control-Allow-Methods': policy.methods.join(', '),
      'Access-Control-Allow-Headers': policy.headers.join(', '),
      'Access-Control-Max-Age': '600',
    },
  };
}
