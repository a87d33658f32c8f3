import assert from 'node:assert/strict';
import { redactExchange } from '../../../src/core/redact/redact-exchange';
import { redactorFor, redactText } from '../../../src/core/redact/redactor';
import { answered, failed, jwt, type RequestSample, shop } from '../exchange/samples';

const token = jwt({ sub: 'u' });

describe('redaction of what was sent', () => {
  const exchange = answered(
    {
      headers: { 'Set-Cookie': 'sid=S3cr3tC00kie; Path=/; HttpOnly' },
      body: { access_token: 'at-98765-abcdef', user: 'ann' },
    },
    {
      method: 'POST',
      url: 'https://ann:P%40ss-word1@api.shop.example/x?api_key=query-key-1234&page=2&access_token=at9876543',
      headers: {
        Authorization: `Bearer ${token}`,
        'X-API-Key': 'sk_live_0123456789abcdef',
        Cookie: 'sid=abc12345; theme=dark-mode',
        'Content-Type': 'application/json',
      },
      body: '{"email":"ann@shop.example","password":"p\\"w 1","pin":"12","gift_code":"GIFT-77-88","note":"12 boxes"}',
    },
  );
  const shown = redactExchange(exchange, shop);
  const text = JSON.stringify(shown);

  it('shows scheme, beginning and length of a token', () => {
    assert.deepEqual(shown.request.headers[0], ['Authorization', `Bearer eyJ…(…, ${token.length} chars)`]);
    assert.deepEqual(shown.request.headers[1], ['X-API-Key', 'sk_live_…(…, 24 chars)']);
  });

  it('keeps the names of cookies and the attributes', () => {
    assert.deepEqual(shown.request.headers[2], ['Cookie', 'sid=…(…, 8 chars); theme=…(…, 9 chars)']);
  });

  it('takes credentials out of the URL and leaves the rest', () => {
    assert.equal(
      shown.request.url,
      'https://ann:…(…, 12 chars)@api.shop.example/x?api_key=…(…, 14 chars)&page=2&access_token=…(…, 9 chars)',
    );
  });

  it('takes secret fields out of the body, those of the catalog and very short ones too', () => {
    assert.equal(
      shown.request.body?.text,
      '{"email":"ann@shop.example","password":"…(…, 6 chars)","pin":"…(…, 2 chars)","gift_code":"…(…, 10 chars)","note":"12 boxes"}',
    );
  });

  it('takes tokens out of the answer', () => {
    assert.doesNotMatch(text, /at-98765|S3cr3tC00kie/);
    assert.match(text, /"user\\":\\"ann\\"/);
  });

  it('keeps the sizes', () => {
    assert.equal(shown.request.body?.size, exchange.request.body?.size);
  });
});

describe('redaction of what was written', () => {
  it('knows the places of a .http file and leaves variables', () => {
    const text =
      'POST https://a.example/x?api_key=abc HTTP/1.1\nAuthorization: Bearer ab\nX-API-Key: {{key}}\n\n{"password": "ab", "name": "cd"}';
    const written = {
      uri: 'file:///a.http',
      firstLine: 0,
      lastLine: 4,
      requestLine: 0,
      text,
      unresolvedVariables: [],
    };
    assert.equal(
      redactExchange(answered({}, {}, { written }), undefined).written?.text,
      'POST https://a.example/x?api_key=…(…, 3 chars) HTTP/1.1\nAuthorization: Bearer …(…, 2 chars)\nX-API-Key: {{key}}\n\n{"password": "…(…, 2 chars)", "name": "cd"}',
    );
  });
});

describe('a redactor', () => {
  const redact = redactorFor(
    answered(
      {},
      {
        headers: {
          Authorization: `Basic ${Buffer.from('ann:open sesame/1').toString('base64')}`,
          'X-Api-Key': 'ab',
        },
      },
    ),
    undefined,
  );
  const cases: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['the password inside Basic', 'login with open sesame/1 failed', 'login with …(…, 13 chars) failed'],
    ['its percent-encoded form', '?x=open%20sesame%2F1', '?x=…(…, 17 chars)'],
    ['its base64 form', Buffer.from('open sesame/1').toString('base64'), '…(…, 20 chars)'],
    ['a JWT of nobody known', `see ${token}.`, `see eyJ…(…, ${token.length + 1} chars)`],
    ['a Bearer token', 'Authorization: Bearer 0123456789ab', 'Authorization: Bearer …(…, 12 chars)'],
    ['a marked key', 'key AKIAIOSFODNN7EXAMPLE.', 'key AKIA…(…, 20 chars).'],
    ['a named value', 'client_secret=s3cr3t&x=1', 'client_secret=…(…, 6 chars)&x=1'],
    ['a password in any URL', 'redis://:hunter22@cache:6379', 'redis://:…(…, 8 chars)@cache:6379'],
    ['nothing of a sentence', 'Bearer authentication is required', 'Bearer authentication is required'],
    [
      'nothing of a message about a field',
      '"password": "Password is too short"',
      '"password": "Password is too short"',
    ],
    ['no variable', 'Authorization: Bearer {{token}}', 'Authorization: Bearer {{token}}'],
    ['no very short secret, which is part of many words', 'about abstract cabs', 'about abstract cabs'],
    ['nothing twice', 'Bearer eyJ…(…, 212 chars)', 'Bearer eyJ…(…, 212 chars)'],
  ];
  for (const [what, text, expected] of cases)
    it(`takes out ${what}`, () => assert.equal(redact(text), expected));

  it('leaves a message about a field in an error answer', () => {
    const error = answered({
      status: 400,
      body: { details: { password: ['Password is required'], token: 'expired' } },
    });
    assert.equal(
      redactorFor(error, undefined)('Password is required, expired'),
      'Password is required, expired',
    );
  });

  it('masks a short word only where it stands alone', () => {
    const short = redactorFor(answered({}, { headers: { 'X-API-Key': 'test1' } }), undefined);
    assert.equal(short('test1 latest12'), '…(…, 5 chars) latest12');
  });
});

describe('planted secrets', () => {
  /** Deterministic: a failure can be repeated. */
  const randomOf = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.~+/=%&"\'<>\\ é$!';

  it('come out nowhere, in whichever place and spelling they were sent', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed);
      const secret = Array.from(
        { length: 9 + Math.floor(random() * 30) },
        () => alphabet[Math.floor(random() * alphabet.length)],
      )
        .join('')
        .trim()
        .padEnd(9, 'x');
      const safe = encodeURIComponent(secret);
      const places: RequestSample[] = [
        { headers: { Authorization: `Bearer ${secret.replace(/\s/g, '')}` } },
        { headers: { 'X-API-Key': secret } },
        { headers: { Cookie: `sid=${safe}` } },
        { url: `https://api.shop.example/?token=${safe}` },
        { url: `https://ann:${safe}@api.shop.example/` },
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ a: { client_secret: secret } }),
        },
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: `grant_type=password&password=${safe}`,
        },
      ];
      const place = places[seed % places.length] ?? {};
      const echo = `wrong: ${secret} / ${safe} / ${JSON.stringify(secret)}`;
      for (const exchange of [
        answered({ status: 400, body: { message: echo } }, place),
        failed({ code: 'ECONNRESET', message: echo }, place),
      ]) {
        const shown = JSON.stringify(redactExchange(exchange, shop));
        const spellings =
          place.headers?.['Authorization'] !== undefined ? [secret.replace(/\s/g, '')] : [secret, safe];
        for (const spelling of spellings) {
          assert.ok(!shown.includes(spelling), `seed ${seed}: ${spelling} in ${shown}`);
          assert.ok(
            !shown.includes(JSON.stringify(spelling).slice(1, -1)),
            `seed ${seed}: ${spelling} escaped in ${shown}`,
          );
        }
      }
    }
  });
});

describe('redactText', () => {
  const cases: [text: string, expected: string][] = [
    ['Bearer realm="shop", error="invalid_token"', 'Bearer realm="shop", error="invalid_token"'],
    ['Authorization: Bearer abcdef123456789', 'Authorization: Bearer …(…, 15 chars)'],
    ['{"Authorization":"Basic dXNlcjpwYXNzd29yZA=="}', '{"Authorization":"Basic …(…, 20 chars)"}'],
  ];
  for (const [text, expected] of cases) it(`of ${text}`, () => assert.equal(redactText(text), expected));
});
