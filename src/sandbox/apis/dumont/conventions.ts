import { requestedError } from '../../pipeline/error-kinds';
import type { Conventions } from '../../pipeline/pipeline';
import type { BodyProblem } from '../../server/json-body';
import { PLANS, type Account } from './accounts';
import type { DumontRoute } from './dumont-route';
import { KINDS, errorAnswer, refuse, type ErrorName, type Refusal } from './errors';
import { createRateLimit, resetHeaders } from './rate-limit';
import { authenticate, unauthorized } from './tokens';

const ANONYMOUS: Account = { username: '', plan: 'free', balance: 0, cloudStorage: 'not-configured' };

/** How Dumont Cloud behaves around its endpoints. */
export function dumontConventions(
  routes: readonly DumontRoute[],
  now: () => number,
): Conventions<Account, ErrorName> {
  const limit = createRateLimit(now);
  return {
    routes,
    anonymous: ANONYMOUS,
    requested: (call) =>
      requestedError(
        call,
        KINDS,
        (name, wait) => surroundings(name, wait, now()),
        (message) => refuse('bad-request', { message }),
      ),
    notFound: () => refuse('not-found'),
    methodNotAllowed: (_, allow) => refuse('method-not-allowed', { headers: { Allow: allow } }),
    authenticate: (call) => authenticate(call, now()),
    limit: (call, endpoint, account) => (endpoint.limit === 'none' ? {} : limit(call, account)),
    authorize: () => undefined,
    unreadable,
    failure: refuse('internal-error'),
    toAnswer: errorAnswer,
    headers: (_, requestId) => ({ 'X-Request-ID': requestId }),
  };
}

/** FastAPI takes a body of another media type for text, and reports all of it as validation errors. */
function unreadable(problem: BodyProblem): Refusal {
  if (problem === 'too-large') return refuse('too-large');
  const [type, msg] =
    problem === 'malformed'
      ? ['json_invalid', 'JSON decode error']
      : ['model_attributes_type', 'Input should be a valid dictionary or object to extract fields from'];
  return refuse('unprocessable', { details: [{ type, loc: ['body'], msg, input: {} }] });
}

/** What an error has besides its message where it occurs by itself. */
function surroundings(name: ErrorName, wait: number, now: number): Partial<Refusal> {
  switch (name) {
    case 'unauthorized':
      return { headers: unauthorized('', 'invalid_token').headers };
    case 'method-not-allowed':
      return { headers: { Allow: 'GET, HEAD, OPTIONS' } };
    case 'too-many-requests': {
      const limit = PLANS.pro.minute;
      return {
        headers: resetHeaders({ allowed: false, limit, remaining: 0, resetAt: now + wait * 1000 }, now),
      };
    }
    default:
      return {};
  }
}
