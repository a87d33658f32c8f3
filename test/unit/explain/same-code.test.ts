import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { evidenceAround } from '../../../src/core/explain/api-evidence';
import { explain } from '../../../src/core/explain/explain';
import { mentionAt } from '../../../src/core/recognize/recognize';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);

function explained(text: string, at: string, languageId: string): string | undefined {
  const offset = text.indexOf(at);
  const mention = mentionAt(text, offset, index, languageId);
  assert.ok(mention, `nothing is recognized at ${at}`);
  const explanation = explain(mention, text, evidenceAround(text, mention.start, index), index, 'en');
  return explanation && `${explanation.api.id}/${explanation.problem.id}`;
}

/** Codes that StateSet and Interflow share, with what each of them calls the problem. */
const shared: [code: string, stateset: string, interflow: string][] = [
  ['VALIDATION_ERROR', 'validation-error', 'validation-error'],
  ['NOT_FOUND', 'not-found', 'not-found'],
  ['RATE_LIMIT_EXCEEDED', 'rate-limit-exceeded', 'rate-limit-exceeded'],
  ['TOKEN_EXPIRED', 'token-expired', 'token-expired'],
  ['INVALID_TOKEN', 'invalid-token', 'invalid-token'],
  ['INSUFFICIENT_PERMISSIONS', 'insufficient-permissions', 'insufficient-permissions'],
  ['INTERNAL_ERROR', 'internal-error', 'internal-error'],
  ['SERVICE_UNAVAILABLE', 'service-unavailable', 'service-unavailable'],
];

/** Ways in which a body gets into a document; the message is one that no catalog knows. */
const ways: [name: string, languageId: string, write: (body: object) => string][] = [
  ['a JSON file', 'json', (body) => JSON.stringify(body, null, 2)],
  [
    'a line of a log',
    'log',
    (body) => `2026-11-21T02:00:00Z ERROR request failed body=${JSON.stringify(body)}`,
  ],
  ['a string of a log in JSON', 'log', (body) => JSON.stringify({ level: 50, body: JSON.stringify(body) })],
  ['a member of a log in JSON', 'log', (body) => JSON.stringify({ level: 50, response: body, ms: 3 })],
  [
    'a mock in source',
    'javascript',
    (body) =>
      `res.json(${JSON.stringify(body)
        .replace(/"(\w+)":/g, '$1: ')
        .replaceAll('"', "'")});`,
  ],
  [
    'a dict in source',
    'python',
    (body) => `body = ${JSON.stringify(body).replace('false', 'False').replaceAll('"', "'")}`,
  ],
];

describe('a code that two APIs share is explained for the one', () => {
  for (const [code, stateset, interflow] of shared) {
    const error = { code, message: 'zzz' };
    for (const [name, languageId, write] of ways) {
      it(`whose envelope is around ${code} in ${name}`, () => {
        assert.equal(explained(write({ error }), code, languageId), `stateset/${stateset}`);
        assert.equal(explained(write({ success: false, error }), code, languageId), `interflow/${interflow}`);
      });
    }

    it(`whose host stands near ${code}`, () => {
      const call = (url: string) =>
        `const answer = await fetch('${url}');\nif (answer.code === '${code}') retry();`;
      assert.equal(
        explained(call('https://api.stateset.com/api/v1/orders'), code, 'javascript'),
        `stateset/${stateset}`,
      );
      assert.equal(
        explained(call('https://api.interflow.chat/v1/messages/send'), code, 'javascript'),
        `interflow/${interflow}`,
      );
    });
  }

  it('whose host stands near, though the body is the other’s', () => {
    const text = 'POST https://api.interflow.chat/v1/messages/send\n\n{"error":{"code":"NOT_FOUND"}}';
    assert.equal(explained(text, 'NOT_FOUND', 'log'), 'interflow/not-found');
  });

  it('whose body it stands in, where the log is of both', () => {
    const log = [
      'GET https://api.stateset.com/api/v1/orders 429 {"error":{"code":"RATE_LIMIT_EXCEEDED","message":"zzz"}}',
      'POST https://api.interflow.chat/v1/messages/send 429 {"success":false,"error":{"code":"RATE_LIMIT_EXCEEDED"}}',
    ];
    const text = log.join('\n');
    assert.equal(explained(text, 'RATE_LIMIT_EXCEEDED', 'log'), 'stateset/rate-limit-exceeded');
    const second = explained(log.toReversed().join('\n'), 'RATE_LIMIT_EXCEEDED', 'log');
    assert.equal(second, 'interflow/rate-limit-exceeded');
  });

  it('that its messages tell', () => {
    const text = 'erro: NOT_FOUND Cliente não encontrado';
    assert.equal(explained(text, 'NOT_FOUND', 'log'), 'interflow/not-found');
  });
});

describe('what Dumont says is explained', () => {
  const cases: [text: string, at: string, expected: string][] = [
    ['{"detail":"Instance not found"}', 'Instance', 'dumont/instance-not-found'],
    ['dumont: Cannot start instance (gpu)', 'Cannot', 'dumont/cannot-start-instance'],
    ['failover: warm pool not ready', 'warm', 'dumont/warm-pool-not-ready'],
    ['CPU standby not configured', 'CPU', 'dumont/cpu-standby-not-configured'],
    ['Snapshot failed: no space', 'Snapshot', 'dumont/snapshot-failed'],
    ['GET https://api.dumontcloud.com/api/v1/instances status: 401', '401', 'dumont/unauthorized'],
    ['GET https://api.dumontcloud.com/api/v1/instances status: 409', '409', 'dumont/operation-in-progress'],
    ['GET https://api.dumontcloud.com/api/v1/instances status: 502', '502', 'dumont/upstream-unavailable'],
  ];
  for (const [text, at, expected] of cases)
    it(`as ${expected} in ${text}`, () => assert.equal(explained(text, at, 'log'), expected));
});

describe('where nothing speaks for an API, the standard explains', () => {
  const cases: [text: string, at: string, expected: string][] = [
    ['ERROR Resource not found', 'Resource', 'http/not-found'],
    ['{"error":"Rate limit exceeded"}', 'Rate', 'rate-limits/rate-limit-exceeded'],
    ['Error: Insufficient permissions', 'Insufficient', 'http/forbidden'],
    ['code=VALIDATION_ERROR', 'VALIDATION_ERROR', 'http/bad-request'],
    ['{"error":{"code":"not_found"}}', 'not_found', 'python-frameworks/drf-not-found'],
    ['https://api.upstream.example.com {"error":{"code":"not_found"}}', 'not_found', 'upstream/not-found'],
    ['stateset: ERROR Resource not found', 'Resource', 'stateset/not-found'],
    ['Readiness probe failed: Get "http://10.1.0.7:8080/health"', 'probe', 'kubernetes/probe-failed'],
    [
      "Access to fetch at 'http://x.test/' from origin 'http://localhost:3000' has been blocked by CORS policy",
      'Access',
      'cors/blocked',
    ],
  ];
  for (const [text, at, expected] of cases)
    it(`${expected} in ${text}`, () => assert.equal(explained(text, at, 'log'), expected));

  it('and names the APIs that know the name', () => {
    const text = 'code=VALIDATION_ERROR';
    const mention = mentionAt(text, 8, index, 'log');
    assert.ok(mention);
    const explanation = explain(mention, text, evidenceAround(text, 0, index), index, 'en');
    assert.deepEqual(explanation?.others.map(({ api }) => api.id).sort(), ['interflow', 'stateset']);
  });
});

describe('problems that share a message or code are told apart', () => {
  const refused = 'ssl.SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ';
  const cases: [text: string, at: string, expected: string][] = [
    [refused, 'CERTIFICATE_', 'network/certificate-issuer-unknown'],
    [
      `${refused}unable to get local issuer certificate`,
      'CERTIFICATE_',
      'network/certificate-issuer-unknown',
    ],
    [`${refused}certificate has expired`, 'CERTIFICATE_', 'network/certificate-expired'],
    [`${refused}self-signed certificate`, 'CERTIFICATE_', 'network/certificate-self-signed'],
    [
      `${refused}Hostname mismatch, certificate is not valid for 'x.test'`,
      'CERTIFICATE_',
      'network/certificate-for-other-host',
    ],
    ['{"errors":{"Name":["The Name field is required."]}}', 'field is', 'dotnet/aspnet-validation'],
    [
      '{"errors":{"name":["The name field is required."]}}',
      'field is',
      'ruby-and-php-frameworks/laravel-invalid-data',
    ],
  ];
  for (const [text, at, expected] of cases)
    it(`${expected} in ${text}`, () => assert.equal(explained(text, at, 'log'), expected));
});

describe('a code that is an ordinary word is an API’s', () => {
  const cases: [text: string, at: string, expected: string | undefined][] = [
    ['{"success":false,"error":{"code":"FORBIDDEN","message":"m"}}', 'FORBIDDEN', 'interflow/forbidden'],
    ['https://api.interflow.chat/v1/chats answered CONFLICT', 'CONFLICT', 'interflow/conflict'],
    ['{"error":{"code":"CHANNEL_DISCONNECTED"}}', 'CHANNEL', 'interflow/channel-disconnected'],
    ['{"error":{"code":"FORBIDDEN","message":"m"}}', 'FORBIDDEN', undefined],
    ['{"statusCode":403,"error":"FORBIDDEN"}', 'FORBIDDEN', undefined],
    ['extensions: { code: "FORBIDDEN" }', 'FORBIDDEN', undefined],
    ['CONFLICT (content): Merge conflict in a.txt', 'CONFLICT', undefined],
    ['return new ResponseEntity<>(HttpStatus.CONFLICT);', 'CONFLICT', 'http/conflict'],
  ];
  for (const [text, at, expected] of cases)
    it(`${expected ?? 'none'} in ${text}`, () => assert.equal(explained(text, at, 'log'), expected));
});
