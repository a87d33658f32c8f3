import assert from 'node:assert/strict';
import { entriesOf } from '../../../src/core/catalog/entries';
import type { Source } from '../../../src/core/catalog/format';
import { matchesMessage } from '../../../src/core/exchange/readings/message';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { indexOf } from '../small-index';

const catalogs = validateCatalogs(shippedCatalogs(), given).catalogs.filter(({ standard }) => standard);
const entries = catalogs.flatMap((catalog) =>
  entriesOf(catalog).map(({ section, source }) => ({ ...source, section, catalog: catalog.id })),
);
const index = indexOf(...catalogs);

/** The statuses that IANA has registered, permanently. */
const registered = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
] as const;

const unregistered = [
  419, 420, 430, 440, 444, 449, 460, 463, 464, 494, 495, 496, 497, 498, 499, 509, 520, 521, 522, 523, 524,
  525, 526, 527, 529, 530, 561, 598, 599,
];

describe('the standards explain', () => {
  const own = (status: number) =>
    entries.filter(
      ({ section, status: its, codes = [], messages = [], when }) =>
        section === 'problems' &&
        [its].flat().includes(status) &&
        // One with a `when` is shown by more than its status.
        codes.length + messages.length === 0 &&
        when === undefined,
    );

  for (const status of registered.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  ))
    it(`the registered status ${status}, by one entry of its own`, () => {
      assert.deepEqual(
        own(status).map(({ catalog }) => catalog),
        ['http'],
      );
    });

  for (const status of unregistered)
    it(`the unregistered status ${status}, by one entry of its own`, () =>
      assert.deepEqual(
        own(status).map(({ catalog }) => catalog),
        ['vendor-statuses'],
      ));

  it('each status alone by that entry, whatever other entries name it', () => {
    for (const status of [400, 401, 403, 409, 422, 429, 503]) {
      const [first, ...others] = index.withStatus(status).map((ref) => index.problem(ref));
      assert.deepEqual([first?.api, others.length], ['http', 0], String(status));
    }
  });

  const codes: Record<string, string[]> = {
    'RFC 6750': ['invalid_request', 'invalid_token', 'insufficient_scope'],
    'RFC 9470': ['insufficient_user_authentication'],
    'RFC 9449': ['use_dpop_nonce', 'invalid_dpop_proof'],
    'RFC 6749 §5.2': [
      'invalid_client',
      'invalid_grant',
      'unauthorized_client',
      'unsupported_grant_type',
      'invalid_scope',
    ],
    'RFC 6749 §4.1.2.1': [
      'access_denied',
      'unsupported_response_type',
      'server_error',
      'temporarily_unavailable',
    ],
    'RFC 8628': ['authorization_pending', 'slow_down', 'expired_token'],
    'the RateLimit draft': ['quota-exceeded', 'temporary-reduced-capacity', 'abnormal-usage-detected'],
    jose: [
      'ERR_JWT_EXPIRED',
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      'ERR_JWT_INVALID',
      'ERR_JWS_INVALID',
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      'ERR_JWKS_NO_MATCHING_KEY',
      'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
      'ERR_JWKS_TIMEOUT',
      'ERR_JOSE_ALG_NOT_ALLOWED',
      'ERR_JWE_DECRYPTION_FAILED',
    ],
    'Microsoft.IdentityModel': ['IDX10205', 'IDX10214', 'IDX10222', 'IDX10223', 'IDX10500', 'IDX10501'],
  };
  for (const [source, names] of Object.entries(codes))
    it(`every code of ${source}`, () => {
      for (const name of names)
        assert.ok(
          entries.some((entry) => entry.codes?.includes(name)),
          name,
        );
    });

  const fields = [
    'Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Observed',
    'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-RateLimit-Used, X-Retry-After',
    'X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Reset',
    'WWW-Authenticate, Authorization, Proxy-Authenticate, Allow, Accept, Content-Type, Content-Length, Content-Encoding',
    'Transfer-Encoding, ETag, If-Match, If-None-Match, If-Unmodified-Since, Cache-Control, Vary, Age, Date, Expires',
    'Location, Idempotency-Key, Deprecation, Sunset, Link, Prefer, Range, Content-Range, Upgrade, Via, Forwarded',
    'X-Forwarded-For, X-Forwarded-Proto, X-Request-ID, traceparent, CF-Ray, X-Amzn-RequestId, Server, Set-Cookie, Cookie',
    'Strict-Transport-Security, Origin, Server-Timing, Alt-Svc, Content-Security-Policy, Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials, Access-Control-Allow-Headers, Access-Control-Allow-Methods, Access-Control-Max-Age',
    'Access-Control-Expose-Headers',
  ].flatMap((names) => names.split(', '));
  for (const name of fields)
    it(`the header field ${name}, by one entry`, () =>
      assert.equal(
        entries.filter(({ section, names }) => section === 'fields' && names?.includes(name)).length,
        1,
      ));

  for (const name of ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'scope', 'scp', 'azp', 'client_id'])
    it(`the claim ${name}, by one entry`, () =>
      assert.equal(
        entries.filter(({ section, names }) => section === 'claims' && names?.includes(name)).length,
        1,
      ));
});

describe('messages as they are really printed are recognized', () => {
  const printed: [message: string, problem: string][] = [
    ['TokenExpiredError: jwt expired', 'jwt/jwt-expired'],
    [
      'io.jsonwebtoken.ExpiredJwtException: JWT expired 86405 milliseconds ago at 2026-11-20T02:30:00.000Z. Current time: 2026-11-21T02:30:05.405Z. Allowed clock skew: 0 milliseconds.',
      'jwt/jwt-expired',
    ],
    ['jwt.exceptions.ExpiredSignatureError: Signature has expired', 'jwt/jwt-expired'],
    [
      "IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '11/20/2026 2:30:00 AM', Current time (UTC): '11/21/2026 2:30:00 AM'.",
      'jwt/jwt-expired',
    ],
    ['JWTExpired: "exp" claim timestamp check failed', 'jwt/jwt-expired'],
    ['token has invalid claims: token is expired', 'jwt/jwt-expired'],
    ['JsonWebTokenError: jwt malformed', 'jwt/jwt-malformed'],
    ['jwt.exceptions.DecodeError: Not enough segments', 'jwt/jwt-malformed'],
    ['JsonWebTokenError: invalid signature', 'jwt/jwt-signature-invalid'],
    ['JWSSignatureVerificationFailed: signature verification failed', 'jwt/jwt-signature-invalid'],
    [
      'JsonWebTokenError: jwt audience invalid. expected: https://api.example.com',
      'jwt/jwt-audience-invalid',
    ],
    ['JsonWebTokenError: jwt issuer invalid. expected: https://id.example.com', 'jwt/jwt-issuer-invalid'],
    ['NotBeforeError: jwt not active', 'jwt/jwt-not-active'],
    [
      "Access to fetch at 'https://api.example.com/a' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      'cors/allow-origin-missing',
    ],
    [
      "Access to XMLHttpRequest at 'https://h/a' from origin 'http://localhost:3000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
      'cors/preflight-failed',
    ],
    [
      '…has been blocked by CORS policy: Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.',
      'cors/header-not-allowed',
    ],
    [
      "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
      'cors/credentials-not-allowed',
    ],
    [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://h/a. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.',
      'cors/allow-origin-missing',
    ],
    [
      'Cookie “sid” has been rejected because it is in a cross-site context and its “SameSite” is “Lax” or “Strict”.',
      'cors/cookie-rejected',
    ],
    ['{"message":"API rate limit exceeded"}', 'rate-limits/rate-limit-exceeded'],
    ['Keys for idempotent requests can only be used with the same parameters', 'idempotency/key-reused'],
  ];
  for (const [message, problem] of printed)
    it(`${problem} in ${message.slice(0, 90)}`, () => {
      const met = mentionsIn(message, index, 'log').flatMap(({ problems }) =>
        problems.map((ref) => `${index.apiOf(ref).id}/${index.idOf(ref)}`),
      );
      assert.ok(met.includes(problem), met.join(', '));
      const found = entries.find(({ catalog, id }) => `${catalog}/${id}` === problem);
      assert.ok(found?.messages?.some((template) => matchesMessage(template, message)));
    });
});

describe('prose about errors names none', () => {
  const prose = [
    'The server was busy, so the request was throttled and we tried again in a few seconds.',
    'Users may sign in again when the access was denied or the session has ended.',
    'An origin is not the same as a site, and a cookie may be rejected.',
    'If a token has expired, refresh it; if the scope is missing, ask for it.',
    'Location: Berlin. Date: Monday. Server: the one in the cellar. Age: 42.',
    'const server = { date, location, origin, link, age, range, allow };',
    'interface Person { age: number; location: string; roles: string[]; scope: Scope }',
  ];
  for (const text of prose) it(text, () => assert.deepEqual(mentionsIn(text, index, 'typescript'), []));
});

describe('every entry of a standard', () => {
  const textOf = (source: Source): string =>
    typeof source === 'string' ? source : `${source.title} ${source.url}`;

  it('names the section of a document, or a page', () => {
    const vague = entries
      .filter(({ source }) => !/RFC \d{3,5}(?: §| \S)|https?:\/\/\S+\.\S+|documentation/.test(textOf(source)))
      .map(({ catalog, id }) => `${catalog}/${id}`);
    assert.deepEqual(
      vague.filter((name) => !name.startsWith('network/') && !name.startsWith('request/')),
      [],
    );
  });

  it('says what to do, or why it happens, if it is an error', () => {
    const silent = entries
      .filter(({ section }) => section === 'problems')
      .filter(({ codes = [], messages = [], status }) =>
        [status]
          .flat()
          .some((each) => (each === undefined ? codes.length + messages.length > 0 : each >= 400)),
      )
      .filter(({ causes = [], steps = [] }) => causes.length + steps.length === 0)
      .map(({ catalog, id }) => `${catalog}/${id}`);
    assert.deepEqual(silent, []);
  });
});
