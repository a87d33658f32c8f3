import type { Exchange, FailureLink, Redirect } from '../../../../src/core/exchange/exchange';
import { describeFacts } from '../fact-table';
import { answered, failed } from '../samples';

const good = answered();
const redirected = (more: Partial<Redirect>, exchange: Exchange = good): Exchange => ({
  ...exchange,
  redirects: [
    {
      status: 302,
      from: 'http://a.example/x',
      to: 'http://a.example/y',
      headers: [],
      methodBefore: 'POST',
      methodAfter: 'POST',
      dropped: [],
      ...more,
    },
  ],
});
const link = (code: string, more: Partial<FailureLink> = {}): FailureLink => ({
  name: 'Error',
  code,
  message: code,
  ...more,
});
const local = { url: 'http://localhost:3000/' };
const certificate = {
  subject: 'CN=a.example',
  issuer: 'CN=Old CA',
  subjectAltNames: ['a.example', '*.a.example'],
  validFrom: Date.UTC(2027, 0, 1),
  validTo: Date.UTC(2026, 0, 1),
};
const tls = { connection: { tls: { authorized: false, chain: [certificate] } } };
const slow = (timings: Exchange['timings']) => answered({}, {}, { timings });

const unread = (received: string, code = 'HPE_INVALID_CONSTANT') =>
  failed(
    { code, chain: [{ name: 'Error', code, message: 'Parse Error', received }] },
    { url: 'http://localhost:8080/' },
  );
const handshake = (tlsAgreed?: true) => ({
  ...failed({ code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }),
  connection: { tlsAgreed },
});
const sentTo = (to: string, body: string): Exchange =>
  redirected(
    { from: 'http://shop.example/orders', to, methodBefore: 'GET', methodAfter: 'GET' },
    answered({ headers: body.startsWith('<') ? { 'Content-Type': 'text/html' } : {}, body }),
  );

describeFacts({
  'redirect.methodChanged': [
    {
      it: 'POST into GET',
      exchange: redirected({ methodAfter: 'GET' }),
      holds: true,
      evidence: 'The 302 from `http://a.example/x` to `http://a.example/y` turned POST into GET.',
    },
    { it: 'kept', exchange: redirected({}), holds: false },
  ],
  'redirect.requestLost': [
    {
      it: 'POST into GET by a 302 that only adds a slash',
      exchange: redirected({ methodAfter: 'GET', to: 'http://a.example/x/' }),
      holds: true,
    },
    {
      it: 'POST into GET by a 301, wherever it leads',
      exchange: redirected({ status: 301, methodAfter: 'GET' }),
      holds: true,
    },
    { it: 'to where the result is, by a 302', exchange: redirected({ methodAfter: 'GET' }), holds: false },
    { it: 'method kept', exchange: redirected({ status: 301 }), holds: false },
  ],
  'redirect.authorizationDropped': [
    { it: 'dropped', exchange: redirected({ dropped: ['authorization'] }), holds: true },
    { it: 'sent on', exchange: redirected({ dropped: ['cookie'] }), holds: false },
  ],
  'redirect.notFollowed': [
    {
      it: 'a POST to another host',
      exchange: {
        ...answered({ status: 307 }, { method: 'POST' }),
        notFollowed: 'https://other.example/x',
      },
      holds: true,
    },
    { it: 'no redirect', exchange: good, holds: false },
  ],
  'redirect.schemeChanged': [
    { it: 'to https', exchange: redirected({ to: 'https://a.example/x' }), holds: true },
    { it: 'the same', exchange: redirected({}), holds: false },
  ],
  'redirect.loop': [
    {
      it: 'to itself',
      exchange: redirected({ to: 'http://a.example/x' }, failed({ code: 'TOO_MANY_REDIRECTS' })),
      holds: true,
    },
    { it: 'once', exchange: redirected({}), holds: false },
    {
      it: 'many, and never the same',
      exchange: redirected({}, failed({ code: 'TOO_MANY_REDIRECTS' })),
      holds: 'unknown',
    },
  ],
  'network.dns': [
    {
      it: 'ENOTFOUND',
      exchange: failed({ code: 'ENOTFOUND', chain: [link('ENOTFOUND', { hostname: 'api.shop.exmple' })] }),
      holds: true,
      evidence: 'The name `api.shop.exmple` has no address: ENOTFOUND.',
    },
    { it: 'answered', exchange: good, holds: false },
  ],
  'network.refused': [
    {
      it: 'inside an AggregateError',
      exchange: failed({
        code: 'ECONNREFUSED',
        chain: [
          { name: 'AggregateError', message: '' },
          link('ECONNREFUSED', { address: '::1', port: 3000 }),
          link('ECONNREFUSED', { address: '127.0.0.1', port: 3000 }),
        ],
      }),
      holds: true,
      evidence: 'The connection was refused: ECONNREFUSED at [::1]:3000, 127.0.0.1:3000.',
    },
    {
      it: 'addresses that fail in different ways',
      exchange: failed({
        code: 'ECONNREFUSED',
        chain: [
          { name: 'AggregateError', message: '' },
          link('ENETUNREACH', { address: '::1', port: 3000 }),
          link('ECONNREFUSED', { address: '127.0.0.1', port: 3000 }),
        ],
      }),
      holds: true,
      evidence: 'The connection was refused: [::1]:3000 ENETUNREACH, 127.0.0.1:3000 ECONNREFUSED.',
    },
    { it: 'another failure', exchange: failed({ code: 'ENOTFOUND' }), holds: false },
  ],
  'network.reset': [
    { it: 'ECONNRESET', exchange: failed({ code: 'ECONNRESET' }), holds: true },
    {
      it: 'undici',
      exchange: failed({
        code: 'UND_ERR_SOCKET',
        chain: [link('UND_ERR_SOCKET', { message: 'other side closed' })],
      }),
      holds: true,
    },
    { it: 'answered', exchange: good, holds: false },
  ],
  'network.timeout': [
    {
      it: 'in a phase',
      exchange: failed({ code: 'TIMEOUT', phase: 'wait' }, {}, { timings: { total: 30_000 } }),
      holds: true,
      evidence: 'No answer came within 30 s; it ended in the phase `wait`.',
    },
    { it: 'a slow answer', exchange: slow({ total: 30_000 }), holds: false },
  ],
  'network.unreachable': [
    { it: 'EHOSTUNREACH', exchange: failed({ code: 'EHOSTUNREACH' }), holds: true },
    { it: 'refused', exchange: failed({ code: 'ECONNREFUSED' }), holds: false },
  ],
  'network.proxy': [
    {
      it: 'the way to it failed',
      exchange: failed(
        { code: 'ECONNREFUSED', phase: 'connect' },
        {},
        { connection: { proxy: 'http://proxy:3128' } },
      ),
      holds: true,
    },
    { it: 'it wants a credential', exchange: answered({ status: 407 }), holds: true },
    { it: 'no proxy', exchange: failed({ code: 'ECONNREFUSED', phase: 'connect' }), holds: false },
    {
      it: 'something failed beyond it',
      exchange: failed(
        { code: 'ECONNRESET', phase: 'wait' },
        {},
        { connection: { proxy: 'http://proxy:3128' } },
      ),
      holds: 'unknown',
    },
  ],
  'network.localhostFamily': [
    {
      it: 'something listens at the other',
      exchange: failed({ code: 'ECONNREFUSED', chain: [link('ECONNREFUSED', { address: '::1' })] }, local, {
        connection: { remoteAddress: '127.0.0.1' },
      }),
      holds: true,
    },
    {
      it: 'the other takes connections',
      exchange: failed(
        {
          code: 'ECONNREFUSED',
          chain: [link('ECONNREFUSED', { address: '127.0.0.1', port: 5173 })],
          otherLoopback: { address: '::1', listens: true },
        },
        { url: 'http://127.0.0.1:5173/' },
      ),
      holds: true,
      evidence: 'Refused at 127.0.0.1:5173; at `[::1]` the port takes connections.',
    },
    {
      it: 'the other refuses, too',
      exchange: failed(
        {
          code: 'ECONNREFUSED',
          chain: [link('ECONNREFUSED', { address: '127.0.0.1', port: 5173 })],
          otherLoopback: { address: '::1', listens: false },
        },
        { url: 'http://127.0.0.1:5173/' },
      ),
      holds: false,
    },
    {
      it: 'both refused',
      exchange: failed(
        {
          code: 'ECONNREFUSED',
          chain: [link('ECONNREFUSED', { address: '::1' }), link('ECONNREFUSED', { address: '127.0.0.1' })],
        },
        local,
      ),
      holds: false,
    },
    {
      it: 'another host',
      exchange: failed({ code: 'ECONNREFUSED', chain: [link('ECONNREFUSED', { address: '::1' })] }),
      holds: false,
    },
    {
      it: 'the other was not tried',
      exchange: failed(
        { code: 'ECONNREFUSED', chain: [link('ECONNREFUSED', { address: '::1', port: 3000 })] },
        local,
      ),
      holds: 'unknown',
      evidence: 'Refused at [::1]:3000.',
    },
  ],
  'tls.untrusted': [
    {
      it: 'an unknown issuer',
      exchange: failed({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, {}, tls),
      holds: true,
      evidence: /issued by `CN=Old CA`/,
    },
    { it: 'expired', exchange: failed({ code: 'CERT_HAS_EXPIRED' }), holds: false },
  ],
  'tls.selfSigned': [
    { it: 'self-signed', exchange: failed({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, {}, tls), holds: true },
    { it: 'answered', exchange: good, holds: false },
  ],
  'tls.expired': [
    {
      it: 'with its date',
      exchange: failed({ code: 'CERT_HAS_EXPIRED' }, {}, tls),
      holds: true,
      evidence: 'The certificate of `CN=a.example` was valid until 2026-01-01 00:00 UTC.',
    },
    { it: 'answered', exchange: good, holds: false },
  ],
  'tls.notYetValid': [
    {
      it: 'with its date',
      exchange: failed({ code: 'CERT_NOT_YET_VALID' }, {}, tls),
      holds: true,
      evidence: /valid from 2027-01-01/,
    },
    { it: 'answered', exchange: good, holds: false },
  ],
  'tls.hostname': [
    {
      it: 'with its names',
      exchange: failed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, {}, tls),
      holds: true,
      evidence: 'The host is `api.shop.example`, the certificate is for a.example, *.a.example.',
    },
    { it: 'answered', exchange: good, holds: false },
  ],
  'tls.wrongVersion': [
    {
      it: 'TLS to a plain port',
      exchange: failed({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, { url: 'https://localhost:8080/' }),
      holds: true,
      evidence: '`localhost:8080` was asked for https and answered with something other than TLS.',
    },
    {
      it: 'plain to a TLS port',
      exchange: answered({ status: 400, body: 'Client sent an HTTP request to an HTTPS server.\n' }),
      holds: true,
    },
    { it: 'a good answer', exchange: good, holds: false },
    {
      it: 'a hang-up at a usual TLS port',
      exchange: failed({ code: 'ECONNRESET' }, { url: 'http://localhost:8443/' }),
      holds: 'unknown',
    },
    {
      it: 'a hang-up by a port that answers a handshake',
      exchange: failed({ code: 'ECONNRESET', speaksTls: true }, { url: 'http://localhost:8080/' }),
      holds: true,
      evidence: '`localhost:8080` drops plain HTTP and answers a TLS handshake.',
    },
    {
      it: 'a hang-up by a port that answers none',
      exchange: failed({ code: 'ECONNRESET', speaksTls: false }, { url: 'http://localhost:8443/' }),
      holds: false,
    },
    { it: 'an alert in the place of HTTP', exchange: unread('\x15\x03\x03\x00\x02\x02\x46'), holds: true },
  ],
  'tls.clientCertificateWanted': [
    {
      it: 'it says so',
      exchange: failed({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
      holds: true,
    },
    { it: 'an alert after everything was agreed on', exchange: handshake(true), holds: true },
    { it: 'an alert before', exchange: handshake(), holds: 'unknown' },
    { it: 'an expired certificate', exchange: failed({ code: 'CERT_HAS_EXPIRED' }), holds: false },
    { it: 'a good answer', exchange: good, holds: false },
  ],
  'tls.versionsDisjoint': [
    {
      it: "OpenSSL's own words below an EPROTO",
      exchange: failed({
        code: 'EPROTO',
        message:
          'write EPROTO 40:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:../ssl/record.c:1:',
      }),
      holds: true,
    },
    { it: 'an alert that may mean it', exchange: handshake(), holds: 'unknown' },
    { it: 'the same after everything was agreed on', exchange: handshake(true), holds: false },
    { it: 'a good answer', exchange: good, holds: false },
  ],
  'network.otherProtocol': [
    {
      it: 'a mail server',
      exchange: unread('220 mail.example ESMTP\r\n'),
      holds: true,
      evidence: 'The answer begins with `220 mail.example ESMTP`, not with `HTTP/`.',
    },
    { it: 'HTTP', exchange: unread('HTTP/1.1 OK\r\n', 'HPE_INVALID_STATUS'), holds: false },
    { it: 'TLS', exchange: unread('\x15\x03\x01\x00\x02'), holds: false },
    { it: 'bytes that nobody kept', exchange: failed({ code: 'HPE_INVALID_CONSTANT' }), holds: 'unknown' },
    { it: 'a good answer', exchange: good, holds: false },
  ],
  'network.faultyHeader': [
    {
      it: 'a space in a name',
      exchange: unread('HTTP/1.1 200 OK\r\nContent Type: x\r\n', 'HPE_INVALID_HEADER_TOKEN'),
      holds: true,
    },
    { it: 'a mail server', exchange: unread('220 mail.example ESMTP\r\n'), holds: false },
    {
      it: 'bytes that nobody kept',
      exchange: failed({ code: 'HPE_INVALID_HEADER_TOKEN' }),
      holds: 'unknown',
    },
  ],
  'redirect.toLogin': [
    {
      it: 'a sign-in page',
      exchange: sentTo(
        'http://shop.example/accounts/login?next=%2Forders',
        '<!doctype html><title>Sign in</title>',
      ),
      holds: true,
      evidence:
        'The 302 from `http://shop.example/orders` led to `http://shop.example/accounts/login?next=%2Forders`, a web page titled "Sign in".',
    },
    {
      it: 'another page',
      exchange: sentTo('http://shop.example/blog', '<!doctype html><p>x</p>'),
      holds: false,
    },
    { it: 'JSON of that path', exchange: sentTo('http://shop.example/sso', '{"a":1}'), holds: 'unknown' },
    { it: 'no redirect', exchange: good, holds: false },
  ],
  'timing.slow': [
    { it: 'a second', exchange: slow({ total: 1000 }), holds: true, evidence: 'The exchange took 1 s.' },
    { it: 'less', exchange: good, holds: false },
    { it: 'not sent', exchange: failed({ code: 'UNRESOLVED_VARIABLE' }), holds: 'unknown' },
  ],
  'timing.slowWait': [
    { it: 'waiting', exchange: slow({ total: 2000, wait: 1800 }), holds: true },
    { it: 'receiving', exchange: slow({ total: 2000, wait: 100, receive: 1900 }), holds: false },
    { it: 'not measured', exchange: slow({ total: 2000 }), holds: 'unknown' },
  ],
});
