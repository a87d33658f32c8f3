import { requestedError } from '../../pipeline/error-kinds';
import type { Conventions } from '../../pipeline/pipeline';
import { isRefusal } from '../../pipeline/refusal';
import type { Call } from '../../server/call';
import type { BodyProblem } from '../../server/json-body';
import { createRouter } from '../../server/router';
import { authenticate, unauthorized } from './authenticate';
import { errorAnswer, KINDS, refuse, throttled, type ErrorCode, type Refusal } from './errors';
import { createThrottle, scopeOf } from './throttles';
import type { Outcome, UpstreamRoute } from './upstream-route';
import { may, type User } from './users';

const ANONYMOUS: User = { id: 0, username: '', role: 'customer_viewer', customerId: null, active: false };

/** How Upstream, a Django REST framework API, behaves around its endpoints. */
export function upstreamConventions(
  routes: readonly UpstreamRoute[],
  now: () => number,
): Conventions<User, ErrorCode> {
  const throttle = createThrottle(now);
  const match = createRouter(routes);
  return {
    routes,
    anonymous: ANONYMOUS,
    requested: (call) =>
      requestedError(call, KINDS, surroundings, (message) =>
        refuse('validation_error', { details: { fault: [message] } }),
      ),
    notFound: (call) => withSlash(call, (path) => match('GET', path).kind !== 'not-found'),
    methodNotAllowed: (call, allow) => methodNotAllowed(call, allow, now()),
    authenticate: (call) => authenticate(call, now()),
    limit: (call, endpoint, user) =>
      user && endpoint.limit !== 'none' ? throttle(scopeOf(call.method, endpoint.limit), user) : {},
    authorize: (user, permission) => (may(user, permission) ? undefined : refuse('permission_denied')),
    unreadable,
    failure: refuse('internal_server_error'),
    toAnswer: errorAnswer,
    headers: (_, requestId, milliseconds) => ({
      'X-Request-Id': requestId,
      'X-Request-Duration-Ms': milliseconds.toFixed(2),
    }),
  };
}

/** Django's APPEND_SLASH: where only the slash is missing, a redirect, which turns a POST into a GET. */
function withSlash(call: Call, exists: (path: string) => boolean): Outcome {
  const path = `${call.path}/`;
  if (call.path.endsWith('/') || !exists(path)) {
    return refuse('not_found', { message: 'The requested resource was not found.' });
  }
  const query = call.query.size > 0 ? `?${call.query}` : '';
  return {
    status: 301,
    headers: { 'Content-Type': 'text/html; charset=utf-8', Location: path + query },
  };
}

/** Like Django REST framework this looks for the method only after the credentials. */
function methodNotAllowed(call: Call, allow: string, now: number): Refusal {
  const isOpen = call.path.startsWith('/api/v1/auth/');
  const user = isOpen ? ANONYMOUS : authenticate(call, now);
  if (isRefusal(user)) return user as Refusal;
  const message = `Method "${call.method}" not allowed.`;
  return refuse('method_not_allowed', { message, headers: { Allow: allow } });
}

function unreadable(problem: BodyProblem, call: Call): Refusal {
  switch (problem) {
    case 'media-type': {
      const message = `Unsupported media type "${call.headers['content-type'] ?? ''}" in request.`;
      return refuse('unsupported_media_type', { message });
    }
    case 'not-an-object':
      return refuse('validation_error', {
        details: { non_field_errors: ['Invalid data. Expected a dictionary.'] },
      });
    case 'malformed':
      return refuse('parse_error', { message: 'JSON parse error: the body is not valid JSON' });
    case 'too-large':
      return refuse('parse_error', { message: 'Request body exceeded the limit' });
  }
}

/** What an error has where it occurs by itself. */
function surroundings(code: ErrorCode, wait: number): Partial<Refusal> {
  if (code === 'authentication_failed') return { headers: unauthorized().headers };
  if (code === 'method_not_allowed') return { headers: { Allow: 'POST, OPTIONS' } };
  return code === 'throttled' ? throttled(wait) : {};
}
