import { describeFacts } from '../fact-table';
import { answered, bearer, epoch, failed, jwt, keyApi, shop } from '../samples';

const unauthorized = { status: 401 };
const sent = (Authorization: string) => ({ headers: { Authorization } });
const token = jwt({ exp: epoch(60) });

describeFacts({
  'auth.keyEnvironmentMismatch': [
    {
      it: 'a live key at a sandbox',
      exchange: answered(unauthorized, {
        ...sent('Bearer sk_live_51Habc'),
        url: 'https://sandbox.pay.example/v1',
      }),
      holds: true,
      evidence: 'The key begins with `sk_live_`, the request goes to `sandbox.pay.example`.',
    },
    {
      it: 'a test key at the live host, as the user name',
      exchange: answered(unauthorized, {
        ...sent('Basic cnpwX3Rlc3RfYTpi'),
        url: 'https://api.live.pay.example/',
      }),
      holds: true,
    },
    {
      it: 'a test key at a sandbox',
      exchange: answered(unauthorized, {
        ...sent('Bearer TEST-123-abc'),
        url: 'https://sandbox.pay.example/',
      }),
      holds: false,
    },
    {
      it: 'a host that names none',
      exchange: answered(unauthorized, { ...sent('Bearer sk_test_1'), url: 'https://api.pay.example/' }),
      holds: 'unknown',
    },
    {
      it: 'a key without a mark',
      exchange: answered(unauthorized, { ...sent('Bearer a1b2'), url: 'https://sandbox.pay.example/' }),
      holds: 'unknown',
    },
    { it: 'no credential', exchange: answered(unauthorized), holds: false },
  ],
  'auth.password': [
    {
      it: 'Basic',
      exchange: answered(unauthorized, sent('Basic YW5uOng=')),
      holds: true,
      evidence: 'A user name and a password were sent in `Authorization`.',
    },
    {
      it: 'a client secret in a form',
      exchange: answered(unauthorized, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'client_id=a&client_secret=b',
      }),
      holds: true,
    },
    { it: 'a token', exchange: answered(unauthorized, sent(`Bearer ${token}`)), holds: false },
    {
      it: 'a body whose fields have other names',
      exchange: answered(unauthorized, { method: 'POST', body: '{"login":"a","secreto":"b"}' }),
      holds: 'unknown',
    },
  ],
  'auth.missing': [
    {
      it: 'no header at all',
      exchange: answered(unauthorized),
      api: shop,
      holds: true,
      evidence: 'None of the header fields that Shop API takes was sent: Authorization, X-API-Key.',
    },
    { it: 'a 401 of an unknown API', exchange: answered(unauthorized), holds: true },
    {
      it: 'the scheme alone',
      exchange: answered(unauthorized, sent('Bearer')),
      api: shop,
      holds: true,
      evidence: '`Authorization` was sent, but it holds no token.',
    },
    {
      it: 'a cookie where tokens are taken',
      exchange: answered(unauthorized, { headers: { Cookie: 'sid=abc' } }),
      api: shop,
      holds: true,
    },
    {
      it: 'DRF says so in a 403',
      exchange: answered({ status: 403, body: { detail: 'Authentication credentials were not provided.' } }),
      holds: true,
    },
    {
      it: 'a token was sent',
      exchange: answered(unauthorized, { headers: bearer({}) }),
      api: shop,
      holds: false,
    },
    {
      it: 'a key was sent',
      exchange: answered(unauthorized, { headers: { 'x-api-key': 'abc12345' } }),
      api: shop,
      holds: false,
    },
    {
      it: 'a sign-in carries it in the body',
      exchange: answered(unauthorized, {
        method: 'POST',
        url: 'https://api.shop.example/api/v1/auth/login',
        headers: { 'Content-Type': 'application/json' },
        body: '{"email":"a@b.c","password":"x"}',
      }),
      api: shop,
      holds: false,
    },
    {
      it: 'credentials in the URL',
      exchange: answered(unauthorized, { url: 'https://me:pw@api.shop.example/' }),
      holds: false,
    },
    { it: 'an unknown API that asks for none', exchange: answered({ status: 404 }), holds: 'unknown' },
    { it: 'a 403 of an unknown API', exchange: answered({ status: 403 }), holds: 'unknown' },
    {
      it: 'a session cookie at an unknown API',
      exchange: answered(unauthorized, { headers: { Cookie: 'sid=abc' } }),
      holds: 'unknown',
    },
    { it: 'nothing was sent at all', exchange: failed({ code: 'INVALID_URL' }), api: shop, holds: 'unknown' },
  ],
  'auth.schemeMissing': [
    {
      it: 'a bare JWT, of which the answer saw nothing',
      exchange: answered({ ...unauthorized, body: '{"message":"No authorization header"}' }, sent(token)),
      holds: true,
      evidence: /one word of \d+ characters and no scheme/,
    },
    {
      it: 'a bare JWT, as some APIs take it',
      exchange: answered({ ...unauthorized, body: '{"message":"Unauthorized"}' }, sent(token)),
      holds: 'unknown',
    },
    {
      it: 'a bare token where Bearer is taken',
      exchange: answered(unauthorized, sent('abcdef123')),
      api: keyApi,
      holds: true,
    },
    {
      it: 'with a scheme',
      exchange: answered(unauthorized, sent(`Bearer ${token}`)),
      holds: false,
      evidence: '`Authorization` starts with the scheme `Bearer`.',
    },
    { it: 'no header', exchange: answered(unauthorized), holds: false },
    {
      it: 'a bare key at an unknown API',
      exchange: answered(unauthorized, sent('lin_api_123')),
      holds: 'unknown',
    },
  ],
  'auth.schemeWrong': [
    {
      it: 'a challenge of another scheme, from one who has read the key',
      exchange: answered(
        {
          status: 401,
          headers: { 'WWW-Authenticate': 'Basic realm="x"' },
          body: { error: { message: 'Invalid API key provided: sk_1***' } },
        },
        sent('Bearer sk_12345'),
      ),
      holds: 'unknown',
    },
    {
      it: 'Token for Bearer',
      exchange: answered(unauthorized, sent(`Token ${token}`)),
      api: shop,
      holds: true,
      evidence: 'The scheme is `Token`; Bearer is expected.',
    },
    {
      it: 'the challenge names another',
      exchange: answered(
        { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x", Digest realm="x", nonce="n"' } },
        sent('Bearer abc'),
      ),
      holds: true,
      evidence: 'The scheme is `Bearer`; Basic, Digest is expected.',
    },
    {
      it: 'a colon after it',
      exchange: answered(unauthorized, sent('Bearer: abc')),
      api: keyApi,
      holds: true,
    },
    {
      it: 'in another case',
      exchange: answered(unauthorized, sent('bearer abc')),
      api: keyApi,
      holds: false,
    },
    { it: 'none sent', exchange: answered(unauthorized), api: shop, holds: false },
    {
      it: 'nothing says which is expected',
      exchange: answered(unauthorized, sent('Token abc')),
      holds: 'unknown',
    },
  ],
  'auth.schemeCase': [
    {
      it: 'lower case',
      exchange: answered(unauthorized, sent('bearer abc')),
      holds: true,
      evidence: 'The scheme is written `bearer`, the standard spells it `Bearer`.',
    },
    { it: 'as in the standard', exchange: answered(unauthorized, sent('Bearer abc')), holds: false },
  ],
  'auth.schemeDoubled': [
    {
      it: 'Bearer Bearer',
      exchange: answered(unauthorized, sent(`Bearer Bearer ${token}`)),
      holds: true,
      evidence: '`Authorization` starts with `Bearer Bearer`.',
    },
    { it: 'Bearer bearer', exchange: answered(unauthorized, sent(`Bearer bearer ${token}`)), holds: true },
    { it: 'once', exchange: answered(unauthorized, sent(`Bearer ${token}`)), holds: false },
  ],
  'auth.inUrl': [
    {
      it: 'a token in the query',
      exchange: answered(unauthorized, { url: 'https://x.example/a?access_token=abc' }),
      holds: true,
      evidence: 'The URL carries a credential: `access_token`.',
    },
    { it: 'a token in its header', exchange: answered(unauthorized, sent('Bearer abc')), holds: false },
  ],
  'auth.quoted': [
    { it: 'angle brackets', exchange: answered(unauthorized, sent(`Bearer <${token}>`)), holds: true },
    { it: 'the token', exchange: answered(unauthorized, sent(`Bearer "${token}"`)), holds: true },
    { it: 'the whole value', exchange: answered(unauthorized, sent(`'Bearer ${token}'`)), holds: true },
    { it: 'a key', exchange: answered(unauthorized, { headers: { 'X-API-Key': '“abc”' } }), holds: true },
    {
      it: 'Digest, whose parameters are quoted',
      exchange: answered(unauthorized, sent('Digest username="a", response="b"')),
      holds: false,
    },
    { it: 'no quotes', exchange: answered(unauthorized, sent(`Bearer ${token}`)), holds: false },
  ],
  'auth.whitespace': [
    {
      it: 'a line break',
      exchange: answered(unauthorized, sent(`Bearer ${token}\n`)),
      holds: true,
      evidence: 'The value of `Authorization` holds a line break.',
    },
    {
      it: 'inside',
      exchange: answered(unauthorized, sent('Bearer abc def')),
      holds: true,
      evidence: 'The credential in `Authorization` holds white space after 3 characters.',
    },
    { it: 'two spaces after the scheme', exchange: answered(unauthorized, sent('Bearer  abc')), holds: true },
    { it: 'none', exchange: answered(unauthorized, sent('Bearer abc')), holds: false },
    {
      it: 'the second scheme is another matter',
      exchange: answered(unauthorized, sent('Bearer Bearer abc')),
      holds: false,
    },
    {
      it: 'Digest has spaces of its own',
      exchange: answered(unauthorized, sent('Digest username="a", response="b"')),
      holds: false,
    },
  ],
  'auth.invisible': [
    {
      it: 'a zero-width space',
      exchange: answered(unauthorized, sent('Bearer ab\u200Bc')),
      holds: true,
      evidence: 'The value of `Authorization` holds the invisible character U+200B after 9 characters.',
    },
    {
      it: 'a control character',
      exchange: answered(unauthorized, { headers: { 'X-API-Key': 'ab\u0001' } }),
      holds: true,
    },
    { it: 'visible ones', exchange: answered(unauthorized, sent('Bearer abc')), holds: false },
  ],
  'auth.unresolved': [
    {
      it: 'a variable',
      exchange: answered(unauthorized, sent('Bearer {{token}}')),
      holds: true,
      evidence: '`Authorization` holds `{{token}}`, which was never filled in.',
    },
    { it: 'a real token', exchange: answered(unauthorized, sent(`Bearer ${token}`)), holds: false },
  ],
  'auth.keyInWrongHeader': [
    {
      it: 'the answer names the field that it misses',
      exchange: answered(
        { status: 401, body: { message: 'x-api-key header is required' } },
        sent('Bearer k-1'),
      ),
      holds: true,
      evidence: 'The credential is in `Authorization`; the answer asks for `x-api-key`.',
    },
    {
      it: 'it misses a field that is no credential',
      exchange: answered(
        { status: 400, body: { message: 'X-Tenant header is required' } },
        sent('Bearer k-1'),
      ),
      holds: 'unknown',
    },
    {
      it: 'a key as Bearer',
      exchange: answered(unauthorized, sent('Bearer sk_live_abcdef')),
      api: shop,
      holds: true,
      evidence: '`Authorization` holds an API key; Shop API takes keys in `X-API-Key`.',
    },
    {
      it: 'a key header where Authorization is wanted',
      exchange: answered(unauthorized, { headers: { 'X-API-Key': 'abc' } }),
      api: keyApi,
      holds: true,
      evidence: 'The credential is in `x-api-key`; Flows takes it in `Authorization`.',
    },
    {
      it: 'a JWT as key',
      exchange: answered(unauthorized, { headers: { 'X-API-Key': token } }),
      api: shop,
      holds: true,
    },
    {
      it: 'a JWT as Bearer',
      exchange: answered(unauthorized, sent(`Bearer ${token}`)),
      api: shop,
      holds: false,
    },
    {
      it: 'a key in its own header',
      exchange: answered(unauthorized, { headers: { 'X-API-Key': 'abc' } }),
      api: shop,
      holds: false,
    },
    {
      it: 'an opaque token as Bearer',
      exchange: answered(unauthorized, sent('Bearer abcdef')),
      api: shop,
      holds: 'unknown',
    },
    { it: 'an unknown API', exchange: answered(unauthorized, sent('Bearer abcdef')), holds: 'unknown' },
  ],
  'auth.cookieOnly': [
    { it: 'a cookie', exchange: answered(unauthorized, { headers: { Cookie: 'sid=1' } }), holds: true },
    {
      it: 'a cookie and a token',
      exchange: answered(unauthorized, { headers: { Cookie: 'sid=1', Authorization: 'Bearer a' } }),
      holds: false,
    },
    { it: 'nothing', exchange: answered(unauthorized), holds: false },
  ],
});
