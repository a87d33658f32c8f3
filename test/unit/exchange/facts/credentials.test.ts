import { describeFacts } from '../fact-table';
import { answered, bearer, epoch, jwt, shop } from '../samples';

const refused = { status: 401 };
const sent = (Authorization: string) => ({ headers: { Authorization } });
const basic = (text: string, charset: BufferEncoding = 'utf8') =>
  sent(`Basic ${Buffer.from(text, charset).toString('base64')}`);
const form = (body: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body,
});
const json = (body: object) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const placeholders = [
  'Bearer <your-token>',
  'Bearer YOUR_API_KEY',
  'Bearer your-access-token-here',
  'Bearer xxx',
  'Bearer xxxx-xxxx-xxxx',
  'Bearer sk_test_xxxxxxxxxxxx',
  'Bearer changeme',
  'Bearer REPLACE_ME',
  'Bearer ...',
  'Bearer eyJ...',
  'Bearer eyJhbGciOiJIUzI1NiJ9…',
  'Bearer token',
  'Bearer [token]',
  'Bearer $ACCESS_TOKEN',
  'Bearer %API_TOKEN%',
  'Bearer undefined',
  'Bearer null',
  'Token insert-your-token-here',
  'Bearer paste your token here',
];
const realOnes = [
  `Bearer ${jwt({ exp: epoch(60) })}`,
  'Bearer sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b',
  'Bearer tokenization-service-7f3a9c',
  'Bearer 0xx0yourself',
  'Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a',
];

describeFacts({
  'auth.placeholder': [
    ...placeholders.map((value) => ({
      it: value,
      exchange: answered(refused, sent(value)),
      holds: true as const,
    })),
    ...realOnes.map((value) => ({
      it: value.slice(0, 30),
      exchange: answered(refused, sent(value)),
      holds: false as const,
    })),
    {
      it: 'a key in its own header',
      exchange: answered(refused, { headers: { 'X-API-Key': 'YOUR_API_KEY' } }),
      holds: true,
      evidence: '`x-api-key` holds a placeholder and no credential.',
    },
    {
      it: 'a key in the query',
      exchange: answered(refused, { url: 'https://a.example/v1?api_key=YOUR_API_KEY' }),
      holds: true,
    },
    { it: 'a password', exchange: answered(refused, basic('joe:changeme')), holds: true },
    { it: 'the words themselves', exchange: answered(refused, basic('user:pass')), holds: 'unknown' },
    {
      it: 'the secret of a test server, perhaps',
      exchange: answered(refused, sent('Bearer my-secret-key')),
      holds: 'unknown',
      evidence: 'The value of `Authorization` reads like a placeholder.',
    },
    {
      it: 'a variable is something else',
      exchange: answered(refused, sent('Bearer {{token}}')),
      holds: false,
    },
    { it: 'nothing was sent', exchange: answered(refused), holds: false },
  ],
  'auth.unresolved': [
    { it: 'a stand-in is something else', exchange: answered(refused, sent('Bearer <token>')), holds: false },
  ],
  'auth.schemeWrong': [
    {
      it: 'a JWT as Bearer, where nobody says what is taken',
      exchange: answered(refused, { headers: bearer({ exp: epoch(9) }) }),
      holds: false,
    },
    {
      it: 'an opaque token, where nobody says what is taken',
      exchange: answered(refused, sent('Bearer a1b2c3')),
      holds: 'unknown',
    },
  ],
  'auth.basicMalformed': [
    {
      it: 'the pair as it is',
      exchange: answered(refused, sent('Basic joe:pw')),
      holds: true,
      evidence: 'What follows `Basic` in `Authorization` is not base64.',
    },
    { it: 'one letter too few', exchange: answered(refused, sent('Basic YWxhZ')), holds: true },
    {
      it: 'no colon',
      exchange: answered(refused, basic('joe')),
      holds: true,
      evidence: 'What follows `Basic` in `Authorization` decodes to a text without a colon.',
    },
    { it: 'without padding', exchange: answered(refused, sent('Basic am9lOnB3')), holds: false },
    { it: 'a password with colons', exchange: answered(refused, basic('joe:a:b')), holds: false },
    { it: 'a placeholder', exchange: answered(refused, sent('Basic <base64>')), holds: false },
    { it: 'another scheme', exchange: answered(refused, sent('Bearer joe:pw')), holds: false },
  ],
  'auth.basicBlank': [
    {
      it: 'no user',
      exchange: answered(refused, basic(':pw')),
      holds: true,
      evidence: 'The user name is empty.',
    },
    {
      it: 'a line end after the password',
      exchange: answered(refused, basic('joe:pw\n')),
      holds: true,
      evidence: 'There is white space around the password.',
    },
    { it: 'no password', exchange: answered(refused, basic('joe:')), holds: true },
    { it: 'a key in place of both', exchange: answered(refused, basic('sk_live_1:')), holds: false },
    { it: 'both', exchange: answered(refused, basic('joe:pw')), holds: false },
    { it: 'no Basic', exchange: answered(refused, sent('Bearer a')), holds: false },
  ],
  'auth.basicNotAscii': [
    {
      it: 'UTF-8 without a word about it',
      exchange: answered(refused, basic('joão:pw')),
      holds: true,
      evidence: 'User name or password holds letters beyond ASCII; the challenge names no charset.',
    },
    {
      it: 'ISO 8859-1 where UTF-8 is wanted',
      exchange: answered(
        { ...refused, headers: { 'WWW-Authenticate': 'Basic realm="a", charset="UTF-8"' } },
        basic('joão:pw', 'latin1'),
      ),
      holds: true,
      evidence: 'User name or password holds letters beyond ASCII; the challenge wants UTF-8.',
    },
    { it: 'ASCII', exchange: answered(refused, basic('joe:p#w~')), holds: false },
    { it: 'no base64', exchange: answered(refused, sent('Basic joe:pw')), holds: false },
  ],
  'auth.apiKey': [
    {
      it: 'its own header',
      exchange: answered(refused, { headers: { 'X-Api-Key': 'a1b2c3' } }),
      holds: true,
      evidence: 'An API key was sent in `x-api-key`.',
    },
    { it: 'a scheme for keys', exchange: answered(refused, sent('ApiKey a1b2c3')), holds: true },
    { it: 'a parameter', exchange: answered(refused, { url: 'https://a.example/?key=a1b2c3' }), holds: true },
    {
      it: 'a JWT in a header for keys',
      exchange: answered(refused, { headers: { 'X-API-Key': jwt({}) } }),
      api: shop,
      holds: false,
    },
    {
      it: 'a key as Bearer, by its mark',
      exchange: answered(refused, sent('Bearer sk_live_4eC39HqLyjWDarjtT1zdp7dc')),
      holds: true,
    },
    {
      it: 'a key as Bearer, by what the answer says',
      exchange: answered({ ...refused, body: { error: 'Invalid API key provided' } }, sent('Bearer a1b2c3')),
      holds: true,
    },
    {
      it: 'a token where a key was looked for',
      exchange: answered({ ...refused, body: { message: 'No API key found' } }, sent('Bearer a1b2c3')),
      holds: false,
    },
    {
      it: 'a key beside a JWT',
      exchange: answered(refused, { headers: { ...bearer({ exp: epoch(9) }), 'X-Api-Key': 'a1b2c3' } }),
      holds: false,
    },
    { it: 'a token', exchange: answered(refused, sent('Bearer a1b2c3')), holds: false },
    {
      it: 'a token header',
      exchange: answered(refused, { headers: { 'X-Auth-Token': 'a1b2c3' } }),
      holds: false,
    },
    { it: 'a signed URL', exchange: answered(refused, { url: 'https://a.example/?sig=ab' }), holds: false },
  ],
  'auth.signed': [
    {
      it: 'a webhook',
      exchange: answered(refused, { method: 'POST', headers: { 'X-Hub-Signature-256': 'sha256=ab' } }),
      holds: true,
      evidence: 'A signature was sent in `x-hub-signature-256`.',
    },
    {
      it: 'AWS',
      exchange: answered(refused, sent('AWS4-HMAC-SHA256 Credential=A, Signature=ab')),
      holds: true,
    },
    { it: 'HMAC', exchange: answered(refused, sent('HMAC-SHA256 ab')), holds: true },
    { it: 'a presigned URL', exchange: answered(refused, { url: 'https://a.example/?sig=ab' }), holds: true },
    { it: 'a token', exchange: answered(refused, sent('Bearer a1b2c3')), holds: false },
    { it: 'nothing', exchange: answered(refused), holds: false },
  ],
  'auth.csrfTokenMissing': [
    {
      it: 'a cookie and nothing else',
      exchange: answered({ status: 403 }, { method: 'POST', headers: { Cookie: 'sid=1' }, body: 'a=1' }),
      holds: true,
      evidence: 'A `Cookie` was sent with POST, but no anti-forgery token.',
    },
    {
      it: 'the token in a field',
      exchange: answered(
        { status: 403 },
        { method: 'POST', headers: { Cookie: 'sid=1', 'X-CSRFToken': 'a' } },
      ),
      holds: false,
    },
    {
      it: 'the token in the form',
      exchange: answered(
        { status: 403 },
        {
          method: 'POST',
          headers: { Cookie: 'sid=1', 'Content-Type': 'application/x-www-form-urlencoded' },
          body: 'authenticity_token=a&b=1',
        },
      ),
      holds: false,
    },
    { it: 'a GET', exchange: answered({ status: 403 }, { headers: { Cookie: 'sid=1' } }), holds: false },
    {
      it: 'a token that no page can forge',
      exchange: answered({ status: 403 }, { method: 'POST', headers: { Cookie: 'a=1', ...bearer({}) } }),
      holds: false,
    },
  ],
  'jwt.expired': [
    {
      it: 'an API key is not a JWT',
      exchange: answered(refused, { headers: { 'X-Api-Key': 'a1b2c3' } }),
      holds: false,
      evidence: 'The credential in `x-api-key` is not a JWT.',
    },
    {
      it: 'an API key under its own scheme',
      exchange: answered(refused, sent('ApiKey a1b2c3')),
      holds: false,
    },
    {
      it: 'a signature of AWS',
      exchange: answered(
        refused,
        sent('AWS4-HMAC-SHA256 Credential=AKIA/20261120/us-east-1/s3/aws4_request, Signature=ab'),
      ),
      holds: false,
    },
    { it: 'a session cookie', exchange: answered(refused, { headers: { Cookie: 'sid=a1' } }), holds: false },
    { it: 'an opaque token', exchange: answered(refused, sent('Bearer a1b2c3')), holds: 'unknown' },
    {
      it: 'an opaque token in a header of its own',
      exchange: answered(refused, { headers: { 'X-Auth-Token': 'a1b2c3' } }),
      holds: 'unknown',
    },
  ],
  'jwt.expiredInBody': [
    {
      it: 'a refresh token in JSON',
      exchange: answered(refused, json({ refresh_token: jwt({ exp: epoch(-7200) }) })),
      holds: true,
      evidence: 'The `exp` of the JWT in `refresh_token` is 2026-11-20 08:18 UTC, 2 h ago.',
    },
    {
      it: 'an assertion in a form',
      exchange: answered({ status: 400 }, form(`grant_type=x&assertion=${jwt({ exp: epoch(-9) })}`)),
      holds: true,
    },
    {
      it: 'one that is good',
      exchange: answered(refused, json({ refresh: jwt({ exp: epoch(60) }) })),
      holds: false,
    },
    { it: 'an opaque one', exchange: answered(refused, json({ refresh: 'a1b2' })), holds: 'unknown' },
    { it: 'one that is cut off', exchange: answered(refused, json({ refresh: 'eyJhb' })), holds: 'unknown' },
    { it: 'no body', exchange: answered(refused, { headers: bearer({ exp: 1 }) }), holds: false },
  ],
  'jwt.malformedInBody': [
    {
      it: 'cut off',
      exchange: answered(refused, json({ refresh_token: jwt({ a: 1 }).slice(0, -60) })),
      holds: true,
    },
    { it: 'whole', exchange: answered(refused, json({ refresh_token: jwt({ a: 1 }) })), holds: false },
    { it: 'none', exchange: answered(refused, json({ sku: 'eyJ' })), holds: false },
  ],
  'jwt.accessAsRefresh': [
    {
      it: 'SimpleJWT',
      exchange: answered(refused, json({ refresh: jwt({ token_type: 'access' }) })),
      holds: true,
      evidence: "The token's `token_type` is `access`.",
    },
    {
      it: 'a refresh token',
      exchange: answered(refused, json({ refresh: jwt({ token_type: 'refresh' }) })),
      holds: false,
    },
    {
      it: 'a token that does not say',
      exchange: answered(refused, json({ refresh: jwt({ sub: 1 }) })),
      holds: 'unknown',
    },
    {
      it: 'an access token that is to be verified',
      exchange: answered(refused, json({ token: jwt({ token_type: 'access' }) })),
      holds: 'unknown',
    },
    { it: 'no token', exchange: answered(refused), holds: false },
  ],
});
