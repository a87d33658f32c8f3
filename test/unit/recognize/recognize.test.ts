import assert from 'node:assert/strict';
import { mentionAt, mentionsIn } from '../../../src/core/recognize/recognize';
import { indexOf, problem } from '../small-index';

const index = indexOf(
  {
    id: 'acme',
    name: 'Acme',
    problems: [
      problem('expired', { codes: ['TOKEN_EXPIRED'], status: 401 }),
      problem('timeout', { codes: ['TIMEOUT'], status: 504, messages: ['Request timeout after {n}ms'] }),
      problem('throttled', {
        codes: ['throttled'],
        status: 429,
        messages: ['Expected available in {n} seconds'],
      }),
      problem('locked', { messages: ['database is locked'] }),
      problem('protoc', { messages: ['Could not find `protoc` installation'] }),
      problem('table', { messages: ["table '{table}' already exists"] }),
      problem('cors', {
        messages: ["Access to fetch at '{url}' from origin '{origin}' has been blocked by CORS policy"],
      }),
      problem('invalid', { messages: ['Dados de entrada inválidos'] }),
    ],
  },
  {
    id: 'http',
    name: 'HTTP',
    standard: true,
    problems: [401, 404, 429, 500, 502, 503].map((status) => problem(`s${status}`, { status })),
  },
);

const named = (text: string, languageId = 'plaintext'): string[] =>
  mentionsIn(text, index, languageId).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);

describe('mentionsIn finds', () => {
  const found: [text: string, languageId: string, expected: string[]][] = [
    ['if (code === "TOKEN_EXPIRED") {', 'typescript', ['code:TOKEN_EXPIRED']],
    ['throw TOKEN_EXPIRED;', 'typescript', ['code:TOKEN_EXPIRED']],
    // With nothing behind the full stop, and nothing before the dash
    ['it said TOKEN_EXPIRED.', 'log', ['code:TOKEN_EXPIRED']],
    ['-TOKEN_EXPIRED', 'log', ['code:TOKEN_EXPIRED']],
    ['case ErrorCode.TIMEOUT:', 'typescript', ['code:TIMEOUT']],
    ['2025-01-01 ERROR TIMEOUT upstream', 'log', ['code:TIMEOUT']],
    ['{"error":{"code":"throttled"}}', 'json', ['code:throttled']],
    ['level=warn code=throttled path=/x', 'log', ['code:throttled']],
    ['sqlite3.OperationalError: database is locked', 'log', ['message:database is locked']],
    ['Error: Request timeout after 30000ms', 'log', ['message:Request timeout after 30000ms']],
    [
      'Request was throttled. Expected available in 43 seconds.',
      'log',
      ['message:Expected available in 43 seconds'],
    ],
    ["Database error: table 'orders' already exists", 'log', ["message:table 'orders' already exists"]],
    ['Could not find `protoc` installation', 'plaintext', ['message:Could not find `protoc` installation']],
    ['"detail": "table \\"orders\\" already exists"', 'json', ['message:table \\"orders\\" already exists']],
    [
      "Access to fetch at 'http://h/a' from origin 'http://b' has been blocked by CORS policy: No",
      'log',
      ["message:Access to fetch at 'http://h/a' from origin 'http://b' has been blocked by CORS policy"],
    ],
    ['{"message":"Dados de entrada inv\\u00e1lidos"}', 'json', ['message:Dados de entrada inv\\u00e1lidos']],
    ['fatal\\nDatabase is locked\\n', 'log', ['message:Database is locked']],
  ];
  for (const [text, languageId, expected] of found) {
    it(`${expected.join(' and ')} in ${languageId}: ${text.slice(0, 60)}`, () =>
      assert.deepEqual(named(text, languageId), expected));
  }
});

describe('mentionsIn is silent on', () => {
  const silent: [text: string, languageId: string][] = [
    ['const TIMEOUT = 30;', 'typescript'],
    ['const throttled = isThrottled();', 'typescript'],
    ['the client was throttled yesterday', 'markdown'],
    ['MY_TOKEN_EXPIRED_AT', 'typescript'],
    ['token_expired', 'python'],
    ['TOKEN_EXPIRED-2', 'log'],
    ['the databases is locked', 'log'],
    ['database was locked', 'log'],
    ['Request timeout after a while', 'log'],
  ];
  for (const [text, languageId] of silent)
    it(`${languageId}: ${text}`, () => assert.deepEqual(named(text, languageId), []));
});

describe('statuses count', () => {
  const counted: [text: string, languageId: string, status: string][] = [
    ['if (response.status === 429) {', 'typescript', '429'],
    ['if resp.status_code == 401:', 'python', '401'],
    ['"status": 503,', 'json', '503'],
    [
      '127.0.0.1 - - [21/Nov/2026:01:02:03 +0000] "GET /a/404/b HTTP/1.1" 502 157 "-" "curl/7.88"',
      'log',
      '502',
    ],
    ['< HTTP/2 401', 'log', '401'],
    ['AxiosError: Request failed with status code 429', 'log', '429'],
    ['requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: http://h', 'log', '401'],
    ['urllib.error.HTTPError: HTTP Error 503: Service Unavailable', 'log', '503'],
    ['curl: (22) The requested URL returned error: 404', 'log', '404'],
    ['res.status(404).json({})', 'javascript', '404'],
    ['raise HTTPException(status_code=404)', 'python', '404'],
    ['RETRY_STATUSES = {429, 502, 503}', 'python', '429'],
    ["      '404':", 'yaml', '404'],
    ['got 429 Too Many Requests', 'plaintext', '429'],
    ['    case 503:', 'typescript', '503'],
  ];
  for (const [text, languageId, status] of counted) {
    it(`${status} in ${text}`, () =>
      assert.equal(
        named(text, languageId).includes(`status:${status}`),
        true,
        String(named(text, languageId)),
      ));
  }

  const bare = [
    'listen(429)',
    'const width = 404;',
    'sleep 500',
    'total of 401 rows',
    'port: 503',
    'timeout=500',
    'line 404, column 3',
    'v1.404.2',
    'id: 500',
    'took 502 ms',
    'HTTP server on port 404',
    '500x401',
    '2026-404',
  ];
  for (const text of bare) it(`not in ${text}`, () => assert.deepEqual(named(text, 'typescript'), []));

  it('not the bytes, the duration or the path of an access log', () => {
    const line = '10.0.0.1 - - [21/Nov/2026:00:00:00 +0000] "GET /status/404 HTTP/1.1" 200 503 "-" "-" 401';
    assert.deepEqual(named(line, 'log'), ['status:200']);
  });
});

describe('mentionAt', () => {
  it('answers the longest mention that covers the position', () => {
    const text = 'a\nError: Request timeout after 500ms\nb';
    assert.equal(mentionAt(text, text.indexOf('timeout'), index, 'log')?.name, 'Request timeout after {n}ms');
    assert.equal(mentionAt(text, 0, index, 'log'), undefined);
  });

  it('finds a mention in the middle of a line of a million characters', () => {
    const half = 'x '.repeat(250_000);
    const text = `${half}TOKEN_EXPIRED ${half}`;
    assert.equal(mentionAt(text, half.length + 3, index, 'log')?.name, 'TOKEN_EXPIRED');
  });
});

describe('a message is found though it is', () => {
  const wrapped: [how: string, text: string][] = [
    ['put together of strings', `throw new Error('Database ' + 'is locked');`],
    ['wrapped onto two lines', `log("Database " +\n      "is locked")`],
    ['wrapped before the operator', `log("Database "\n      . "is locked")`],
    ['in JSON within JSON', String.raw`{"body":"{\"detail\":\"Database is\\n locked\"}"}`],
    ['percent-encoded', 'GET /callback?error_description=Database%20is%20locked&state=1'],
  ];
  for (const [how, text] of wrapped) {
    it(how, () => {
      assert.equal(mentionAt(text, text.indexOf('atabase'), index, 'typescript')?.name, 'database is locked');
      assert.equal(mentionAt(text, text.indexOf('ocked'), index, 'typescript')?.name, 'database is locked');
    });
  }
});
