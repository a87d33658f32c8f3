import type { DiagnosedCause, Diagnosis } from '../../../src/core/diagnose/diagnosis';
import type { Exchange, Response } from '../../../src/core/exchange/exchange';

/** A diagnosis and its exchange, as the panel gets them: texts written out, secrets masked. */
export interface Sample {
  readonly diagnosis: Diagnosis;
  readonly exchange: Exchange;
}

const startedAt = Date.UTC(2026, 10, 20, 8, 14, 5);

const uri = 'file:///project/stateset.http';

export function answer(change: Partial<Response> & { text?: string } = {}): Exchange {
  const { text = '{"ok":true,"orders":[]}', ...rest } = change;
  return {
    request: {
      method: 'GET',
      url: 'https://api.stateset.com/api/v1/orders?limit=20',
      httpVersion: '1.1',
      headers: [
        ['Authorization', 'Bearer eyJ…(…, 212 chars)'],
        ['Accept', 'application/json'],
      ],
    },
    redirects: [],
    outcome: {
      kind: 'response',
      status: 200,
      reason: 'OK',
      httpVersion: '1.1',
      headers: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Date', 'Fri, 20 Nov 2026 08:14:05 GMT'],
        ['X-Request-Id', 'req_8f14e45f'],
      ],
      body: { text, size: text.length },
      url: 'https://api.stateset.com/api/v1/orders?limit=20',
      receivedAt: startedAt + 230,
      ...rest,
    },
    startedAt,
    timings: {
      total: 243.6,
      prepare: 2.1,
      dns: 12.4,
      connect: 31.2,
      tls: 58.7,
      send: 0.4,
      wait: 132.6,
      receive: 6.2,
    },
    connection: {
      remoteAddress: '203.0.113.7',
      remotePort: 443,
      family: 4,
      tls: {
        protocol: 'TLSv1.3',
        cipher: 'TLS_AES_128_GCM_SHA256',
        alpn: 'http/1.1',
        authorized: true,
        chain: [
          {
            subject: 'CN=api.stateset.com',
            issuer: "C=US, O=Let's Encrypt, CN=E7",
            subjectAltNames: ['api.stateset.com', '*.stateset.com'],
            validFrom: Date.UTC(2026, 9, 1),
            validTo: Date.UTC(2026, 11, 30),
            fingerprint256:
              'AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89',
          },
          {
            subject: "C=US, O=Let's Encrypt, CN=E7",
            issuer: 'C=US, O=Internet Security Research Group, CN=ISRG Root X1',
            subjectAltNames: [],
            validFrom: Date.UTC(2024, 2, 13),
            validTo: Date.UTC(2027, 2, 12),
          },
        ],
      },
    },
    written: {
      uri,
      firstLine: 10,
      lastLine: 14,
      requestLine: 11,
      text: '',
      environment: 'staging',
      unresolvedVariables: [],
    },
  };
}

export function diagnosisOf(
  { request, outcome, timings }: Exchange,
  change: Partial<Diagnosis> = {},
): Diagnosis {
  return {
    request: { method: request.method, url: request.url },
    outcome,
    api: { id: 'stateset', name: 'StateSet API' },
    causes: [],
    nextSteps: [],
    environment: 'staging',
    timings,
    report: '',
    ...change,
  };
}

export function cause(
  id: string,
  verdict: DiagnosedCause['verdict'],
  change: Partial<DiagnosedCause> = {},
): DiagnosedCause {
  return { id, verdict, title: id, explanation: '', evidence: [], fix: '', ...change };
}

export function expiredToken(): Sample {
  const exchange = answer({
    status: 401,
    reason: 'Unauthorized',
    text: '{"success":false,"error":{"code":"TOKEN_EXPIRED","message":"Access token has expired","details":{"expired_at":1763618040,"retryable":true,"hint":null}},"request_id":"req_8f14e45f"}',
  });
  const diagnosis = diagnosisOf(exchange, {
    problem: {
      id: 'token-expired',
      catalog: 'stateset',
      title: 'Access token expired',
      summary: 'The access token was valid once, but its lifetime is over.',
      code: 'TOKEN_EXPIRED',
    },
    requestId: 'req_8f14e45f',
    causes: [
      cause('token-expired', 'confirmed', {
        title: 'The token is past its expiry',
        explanation:
          'Access tokens live for 1 hour. After that the server refuses them, whatever else is right.',
        evidence: [
          'The `exp` claim is 2026-11-20 05:54 UTC: 2 h 20 min before the request.',
          "The server's own clock (`Date`) agrees: 2026-11-20 08:14:05 UTC.",
          'The answer names it: `TOKEN_EXPIRED`.',
        ],
        fix: 'Get a new token with `POST /api/v1/auth/refresh` and your refresh token, then send the request again.',
      }),
      cause('refresh-failed', 'possible', {
        title: 'Automatic refresh did not run',
        explanation: 'A client that refreshes tokens by itself should have done so.',
        evidence: ['Whether the client tried cannot be told from one exchange.'],
        fix: 'Look in the client for a handler of `401`.',
      }),
      cause('revoked', 'possible', {
        title: 'The session was revoked',
        explanation: 'Signing out ends all tokens.',
      }),
      cause('missing', 'ruled-out', {
        title: 'The Authorization header is missing',
        evidence: ['It was sent.'],
      }),
      cause('scheme', 'ruled-out', {
        title: 'The scheme is missing or wrong',
        evidence: ['The header starts with `Bearer`.'],
      }),
      cause('quotes', 'ruled-out', { title: 'Quotes around the token', evidence: ['There are none.'] }),
      cause('malformed', 'ruled-out', {
        title: 'The token is cut off',
        evidence: ['All three parts decode.'],
      }),
      cause('skew', 'ruled-out', {
        title: "This computer's clock is wrong",
        evidence: ['It differs from the answer’s `Date` by 0 s.'],
      }),
    ],
    nextSteps: [
      'Refresh the token: `POST /api/v1/auth/refresh`.',
      'Run the request again.',
      'Refresh before expiry from now on: 5 minutes before `exp`.',
    ],
  });
  return { diagnosis, exchange };
}

export function refused(): Sample {
  const exchange: Exchange = {
    ...answer(),
    request: {
      method: 'GET',
      url: 'http://localhost:8080/api/v1/orders',
      headers: [['Accept', 'application/json']],
    },
    outcome: {
      kind: 'failure',
      code: 'ECONNREFUSED',
      message: 'Nothing listens at localhost:8080.',
      phase: 'connect',
      chain: [
        { name: 'AggregateError', code: 'ECONNREFUSED', message: '' },
        {
          name: 'Error',
          code: 'ECONNREFUSED',
          message: 'connect ECONNREFUSED ::1:8080',
          address: '::1',
          port: 8080,
        },
        {
          name: 'Error',
          code: 'ECONNREFUSED',
          message: 'connect ECONNREFUSED 127.0.0.1:8080',
          address: '127.0.0.1',
          port: 8080,
        },
      ],
    },
    timings: { total: 4.2, prepare: 1.2, dns: 0.9, connect: 2.1 },
    connection: undefined,
  };
  const diagnosis = diagnosisOf(exchange, {
    problem: {
      id: 'connection-refused',
      title: 'Connection refused',
      summary: 'The host answered, but nothing listens at that port.',
    },
    causes: [
      cause('not-running', 'possible', {
        title: 'The server is not running',
        explanation: 'A computer refuses at once where no program listens.',
        fix: 'Start the server, then run the request again.',
      }),
    ],
    nextSteps: ['Start the server.'],
  });
  return { diagnosis, exchange };
}
