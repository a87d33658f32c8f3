import assert from 'node:assert/strict';
import { readAround } from '../../../src/core/explain/read-around';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';

const now = Date.UTC(2026, 10, 21, 8, 0, 0);
const said = (text: string, at: string, status?: number): string[] =>
  readAround(text, text.indexOf(at), status, undefined, now).map((each) => render(each, plainL10n()));

describe('around an error, the answer says', () => {
  const cases: [name: string, text: string, at: string, status: number | undefined, expected: string[]][] = [
    [
      'which fields are wrong and the id for support',
      '{\n  "error": {\n    "code": "VALIDATION_ERROR",\n    "details": [\n      { "field": "email", "message": "is required" },\n      { "field": "age", "message": "must be positive" }\n    ],\n    "request_id": "req_81f2"\n  }\n}',
      'VALIDATION_ERROR',
      400,
      ['`email`: is required', '`age`: must be positive', 'Request id: `req_81f2`.'],
    ],
    [
      'when to try again, by the body',
      '2026-11-21 ERROR answer 429 {"error":"throttled","wait_seconds":42}',
      'throttled',
      429,
      ['Try again 42 s after the answer.'],
    ],
    [
      'when to try again, by the header fields above the body',
      'HTTP/1.1 429 Too Many Requests\nDate: Sat, 21 Nov 2026 07:59:50 GMT\nRetry-After: 30\nX-Request-Id: abc-1\n\n{"error":{"code":"RATE_LIMIT_EXCEEDED"}}',
      'RATE_LIMIT_EXCEEDED',
      429,
      ['Try again at 2026-11-21 08:00:20 UTC, in 20 s.', 'Request id: `abc-1`.'],
    ],
    [
      'the same from the status line, as curl prints it',
      '< HTTP/2 429\n< retry-after: 30\n< x-request-id: abc-1\n<\n',
      '429',
      429,
      ['Try again 30 s after the answer.', 'Request id: `abc-1`.'],
    ],
    [
      'what JSON in a string of a JSON log says',
      JSON.stringify({
        level: 'error',
        body: JSON.stringify({ error: { code: 'X_FAILED', request_id: 'r-7' } }),
      }),
      'X_FAILED',
      500,
      ['Request id: `r-7`.'],
    ],
    [
      'what the headers of a JSON log say',
      JSON.stringify({ status: 503, headers: { 'retry-after': '5', 'x-request-id': ['q-1'] } }),
      '503',
      503,
      ['Try again 5 s after the answer.', 'Request id: `q-1`.'],
    ],
    [
      'what stands beside it in the line of a log',
      'level=error code=RATE_LIMITED retry_after=12 trace_id=4bf92f3577b34da6 msg="no"',
      'RATE_LIMITED',
      429,
      ['Try again 12 s after the answer.', 'Request id: `4bf92f3577b34da6`.'],
    ],
    ['nothing of another line', 'request_id=a-1\nstatus=404', '404', 404, []],
    ['nothing in code', 'if (error.code === "NOT_FOUND") { retryAfter = 5 }', 'NOT_FOUND', 404, []],
    ['nothing where JSON is broken', '{"error": {"code": "A_B", "request_id": ', 'A_B', 400, []],
  ];
  for (const [name, text, at, status, expected] of cases)
    it(name, () => assert.deepEqual(said(text, at, status), expected));
});
