import { describeFacts } from '../fact-table';
import { answered, bearer, date, epoch, failed, jwt, shop } from '../samples';

const with401 = (headers: Record<string, string> = {}, body?: unknown) => ({ status: 401, headers, body });
const sent = (claims: object, header?: object) => ({ headers: bearer(claims, header) });
const whole = jwt({ exp: epoch(60) });
const raw = (value: string) => ({ headers: { Authorization: value } });

describeFacts({
  'jwt.present': [
    {
      it: 'its claims are named',
      exchange: answered(with401(), sent({ sub: 'u', exp: 1 })),
      holds: true,
      evidence: '`Authorization` carries a JWT with the claims sub, exp.',
    },
    { it: 'an opaque token', exchange: answered(with401(), raw('Bearer abc')), holds: false },
  ],
  'jwt.idToken': [
    {
      it: 'a nonce',
      exchange: answered(with401(), sent({ sub: 'u', aud: 'web', nonce: 'n', exp: epoch(60) })),
      holds: true,
      evidence: 'The token has nonce, as ID tokens do.',
    },
    { it: 'it says so', exchange: answered(with401(), sent({ token_use: 'id' })), holds: true },
    {
      it: 'a nonce beside a scope',
      exchange: answered(with401(), sent({ nonce: 'n', scope: 'orders' })),
      holds: 'unknown',
    },
    { it: 'a scope', exchange: answered(with401(), sent({ scp: 'orders' })), holds: false },
    { it: 'nothing that tells', exchange: answered(with401(), sent({ sub: 'u' })), holds: 'unknown' },
    { it: 'an opaque token', exchange: answered(with401(), raw('Bearer abc')), holds: false },
  ],
  'jwt.timesInMilliseconds': [
    {
      it: 'exp of the year 58000',
      exchange: answered(with401(), sent({ exp: epoch(60) * 1000 })),
      holds: true,
      evidence: /milliseconds, where seconds belong/,
    },
    { it: 'seconds', exchange: answered(with401(), sent({ exp: epoch(60), iat: epoch(0) })), holds: false },
    { it: 'no times', exchange: answered(with401(), sent({ sub: 'u' })), holds: false },
  ],
  'jwt.malformed': [
    {
      it: 'two parts',
      exchange: answered(with401(), raw(`Bearer ${whole.split('.').slice(0, 2).join('.')}`)),
      holds: true,
      evidence: 'The JWT in `Authorization` has 2 parts, not three.',
    },
    {
      it: 'a cut payload',
      exchange: answered(with401(), raw(`Bearer ${whole.replace(/\.(.{10})[^.]*\./, '.$1.')}`)),
      holds: true,
    },
    {
      it: 'a cut signature',
      exchange: answered(with401(), raw(`Bearer ${whole.slice(0, -5)}`)),
      holds: true,
      evidence: /signature .* incomplete/,
    },
    {
      it: 'no JWT where one is wanted',
      exchange: answered(with401(), raw('Bearer abcdef')),
      api: shop,
      holds: true,
    },
    { it: 'well-formed', exchange: answered(with401(), raw(`Bearer ${whole}`)), holds: false },
    {
      it: 'well-formed behind a second scheme',
      exchange: answered(with401(), raw(`Bearer Bearer ${whole}`)),
      holds: false,
    },
    { it: 'none sent', exchange: answered(with401()), api: shop, holds: false },
    {
      it: 'an opaque token at an unknown API',
      exchange: answered(with401(), raw('Bearer abcdef')),
      holds: 'unknown',
    },
    {
      it: 'a variable in its place',
      exchange: answered(with401(), raw('Bearer {{token}}')),
      api: shop,
      holds: 'unknown',
    },
  ],
  'jwt.expired': [
    {
      it: 'by the server’s clock',
      exchange: answered(with401({ Date: date() }), sent({ exp: epoch(-7440) })),
      holds: true,
      evidence: "The token's `exp` is 2026-11-20 08:14 UTC, 2 h 4 min before the server's clock (`Date`).",
    },
    {
      it: 'only the server’s clock says so',
      exchange: answered(with401({ Date: date(600) }), sent({ exp: epoch(300) })),
      holds: true,
    },
    {
      it: 'by the local clock',
      exchange: answered(with401(), sent({ exp: epoch(-60) })),
      holds: true,
      evidence:
        "The token's `exp` is 2026-11-20 10:17 UTC, 1 min before the local clock; the answer has no `Date`.",
    },
    {
      it: 'on the second',
      exchange: answered(with401({ Date: date() }), sent({ exp: epoch(0) })),
      holds: true,
    },
    {
      it: 'still valid',
      exchange: answered(with401({ Date: date() }), sent({ exp: epoch(60) })),
      holds: false,
    },
    {
      it: 'only the local clock says so',
      exchange: answered(with401({ Date: date(-600) }), sent({ exp: epoch(-300) })),
      holds: false,
    },
    {
      it: 'without exp',
      exchange: answered(with401(), sent({ sub: 'u' })),
      holds: false,
      evidence: 'The token has no `exp`: it does not expire.',
    },
    { it: 'no token', exchange: answered(with401()), holds: false, evidence: 'No token was sent.' },
    { it: 'an opaque token', exchange: answered(with401(), raw('Bearer abc')), holds: 'unknown' },
  ],
  'jwt.notYetValid': [
    {
      it: 'nbf to come',
      exchange: answered(with401({ Date: date() }), sent({ nbf: epoch(120) })),
      holds: true,
      evidence: "The token's `nbf` is 2026-11-20 10:20 UTC, 2 min after the server's clock (`Date`).",
    },
    { it: 'iat to come', exchange: answered(with401(), sent({ iat: epoch(120) })), holds: true },
    { it: 'iat a moment ahead', exchange: answered(with401(), sent({ iat: epoch(2) })), holds: false },
    { it: 'past', exchange: answered(with401(), sent({ nbf: epoch(-1), iat: epoch(-1) })), holds: false },
    { it: 'an opaque token', exchange: answered(with401(), raw('Bearer abc')), holds: false },
    {
      it: 'a token that cannot be decoded',
      exchange: answered(with401(), raw('Bearer eyJ.e.s')),
      holds: 'unknown',
    },
  ],
  'jwt.refreshAsAccess': [
    {
      it: 'SimpleJWT',
      exchange: answered(with401(), sent({ token_type: 'refresh' })),
      holds: true,
      evidence: "The token's `token_type` is `refresh`.",
    },
    { it: 'Keycloak', exchange: answered(with401(), sent({ typ: 'Refresh' })), holds: true },
    {
      it: 'in the header',
      exchange: answered(with401(), sent({}, { alg: 'HS256', typ: 'refresh+jwt' })),
      holds: true,
    },
    { it: 'an access token', exchange: answered(with401(), sent({ token_use: 'access' })), holds: false },
    { it: 'no claim says', exchange: answered(with401(), sent({ sub: 'u' })), holds: 'unknown' },
    {
      it: 'as long as a refresh token',
      exchange: answered(with401(), sent({ iat: epoch(), exp: epoch(86_400) })),
      api: shop,
      holds: 'unknown',
      evidence: 'The token lives for 1 d, as refresh tokens of this API do.',
    },
  ],
  'jwt.algNone': [
    { it: 'unsigned', exchange: answered(with401(), sent({}, { alg: 'none' })), holds: true },
    {
      it: 'signed',
      exchange: answered(with401(), sent({})),
      holds: false,
      evidence: "The token's `alg` is `HS256`.",
    },
    { it: 'an opaque token', exchange: answered(with401(), raw('Bearer abc')), holds: false },
    {
      it: 'a token that cannot be decoded',
      exchange: answered(with401(), raw('Bearer eyJ.e.s')),
      holds: 'unknown',
    },
  ],
  'jwt.issuerMismatch': [
    {
      it: 'the answer says so',
      exchange: answered(
        with401({}, { message: 'jwt issuer invalid. expected: https://id.b.example' }),
        sent({ iss: 'https://id.a.example' }),
      ),
      holds: true,
      evidence: /`iss` is https:\/\/id\.a\.example; the answer says: jwt issuer invalid/,
    },
    {
      it: 'in the challenge',
      exchange: answered(
        with401({
          'WWW-Authenticate': 'Bearer error="invalid_token", error_description="The issuer is not trusted"',
        }),
        sent({ iss: 'a' }),
      ),
      holds: true,
    },
    {
      it: 'it is the host',
      exchange: answered(with401(), sent({ iss: 'https://api.shop.example/' })),
      holds: false,
    },
    {
      it: 'no one says',
      exchange: answered(with401(), sent({ iss: 'https://id.a.example' })),
      holds: 'unknown',
    },
  ],
  'jwt.audienceMismatch': [
    {
      it: 'the answer says so',
      exchange: answered(
        with401({}, { message: 'jwt audience invalid. expected: orders' }),
        sent({ aud: ['billing', 'mail'] }),
      ),
      holds: true,
    },
    {
      it: 'it is what the answer expects',
      exchange: answered(
        with401({}, { message: 'audience mismatch, expected: orders' }),
        sent({ aud: 'orders' }),
      ),
      holds: false,
    },
    { it: 'no one says', exchange: answered(with401(), sent({ aud: 'billing' })), holds: 'unknown' },
  ],
  'jwt.environmentMismatch': [
    {
      it: 'staging token, production host',
      exchange: answered(with401(), {
        ...sent({ iss: 'https://id.staging.shop.example' }),
        url: 'https://api.prod.shop.example/',
      }),
      holds: true,
    },
    {
      it: 'the same',
      exchange: answered(with401(), { ...sent({ env: 'stage' }), url: 'https://staging.shop.example/' }),
      holds: false,
    },
    { it: 'the host names none', exchange: answered(with401(), sent({ env: 'staging' })), holds: 'unknown' },
  ],
  'jwt.scopeMissing': [
    {
      it: 'a sentence names scopes, of which one would do',
      exchange: answered(
        { status: 403, body: { message: 'Insufficient scope, expected any of: read:users write:users' } },
        sent({ scope: 'openid read:orders' }),
      ),
      holds: true,
      evidence: 'The answer asks for read:users, write:users; the token has openid, read:orders.',
    },
    {
      it: 'the token has one of them',
      exchange: answered(
        { status: 403, body: { message: 'Insufficient scope, expected any of: read:users write:users' } },
        sent({ scope: 'read:users' }),
      ),
      holds: false,
    },
    {
      it: 'the body names a permission',
      exchange: answered(
        { status: 403, body: { error: { code: 'X', message: 'no', required_permission: 'orders:delete' } } },
        sent({ permissions: ['orders:read'] }),
      ),
      holds: true,
      evidence: 'The answer asks for orders:delete; the token has orders:read.',
    },
    {
      it: 'the challenge names scopes',
      exchange: answered(
        { status: 403, headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="a b"' } },
        sent({ scope: 'a c' }),
      ),
      holds: true,
      evidence: 'The answer asks for b; the token has a, c.',
    },
    {
      it: 'a role',
      exchange: answered(
        { status: 403, body: { required_role: 'admin' } },
        sent({ realm_access: { roles: ['viewer'] } }),
      ),
      holds: true,
    },
    {
      it: 'granted',
      exchange: answered(
        { status: 403, body: { required_scope: 'orders:delete' } },
        sent({ scope: 'orders:*' }),
      ),
      holds: false,
    },
    { it: 'no token', exchange: answered({ status: 403, body: { required_scope: 'x' } }), holds: false },
    {
      it: 'the token lists none',
      exchange: answered({ status: 403, body: { required_scope: 'x' } }, sent({ sub: 'u' })),
      holds: 'unknown',
    },
    {
      it: 'the answer names none',
      exchange: answered({ status: 403 }, sent({ scope: 'a' })),
      holds: 'unknown',
    },
  ],
  'clock.skewed': [
    {
      it: 'ahead',
      exchange: answered({ headers: { Date: date(120) } }),
      holds: true,
      evidence: "The server's clock says 2026-11-20 10:20 UTC, 2 min ahead of the local one.",
    },
    { it: 'behind', exchange: answered({ headers: { Date: date(-120) } }), holds: true, evidence: /behind/ },
    { it: 'out of a cache', exchange: answered({ headers: { Date: date(-120), Age: '120' } }), holds: false },
    { it: 'a second apart', exchange: answered({ headers: { Date: date(-1) } }), holds: false },
    { it: 'no Date', exchange: answered(), holds: 'unknown' },
    { it: 'no answer', exchange: failed({ code: 'ECONNREFUSED' }), holds: 'unknown' },
  ],
  'clock.decides': [
    {
      it: 'between the clocks',
      exchange: answered(with401({ Date: date(600) }), sent({ exp: epoch(300) })),
      holds: true,
    },
    {
      it: 'past by both',
      exchange: answered(with401({ Date: date(600) }), sent({ exp: epoch(-300) })),
      holds: false,
    },
    { it: 'no Date', exchange: answered(with401(), sent({ exp: epoch(300) })), holds: 'unknown' },
    {
      it: 'an opaque token',
      exchange: answered(with401({ Date: date(600) }), raw('Bearer abc')),
      holds: false,
    },
    {
      it: 'a token that cannot be decoded',
      exchange: answered(with401({ Date: date(600) }), raw('Bearer eyJ.e.s')),
      holds: 'unknown',
    },
  ],
});
