import { strict as assert } from 'node:assert';
import { makeAuthority, makeCertificate, type TestCertificate } from '../certificates';
import { startServer, type TestServer } from '../servers';
import { failureOf, responseOf, transmit } from './sending';

const DAY = 86_400_000;

describe('transport: TLS', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const serve = async (certificate: TestCertificate): Promise<TestServer> =>
    (server = await startServer((_request, response) => response.end('secret place'), certificate));

  it('tells a self-signed certificate, and sends it nothing', async () => {
    const { origin, requests } = await serve(await makeCertificate({}));
    const transmission = await transmit({ url: origin, headers: [['Authorization', 'Bearer secret']] });
    const failure = failureOf(transmission);
    assert.equal(failure.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    assert.equal(failure.phase, 'tls');
    assert.deepEqual(requests, []);
    const tls = transmission.connection?.tls;
    assert.equal(tls?.authorized, false);
    assert.equal(tls.authorizationError, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    assert.match(tls.protocol ?? '', /^TLSv1\.[23]$/);
    assert.ok(tls.cipher);
    const [leaf, ...issuers] = tls.chain;
    assert.deepEqual([leaf?.subject, leaf?.issuer], ['CN=localhost', 'CN=localhost']);
    assert.deepEqual(leaf?.subjectAltNames, ['DNS:localhost']);
    assert.ok(Math.abs((leaf?.validTo ?? 0) - Date.now() - DAY) < 60_000);
    assert.deepEqual(issuers, []);
  });

  it('tells an expired certificate, and since when', async () => {
    const to = Date.now() - 3 * DAY;
    const { origin } = await serve(await makeCertificate({ from: to - DAY, to }));
    const { connection, ...transmission } = await transmit({ url: origin });
    // Which flaw is named first of a certificate that has two is OpenSSL's choice.
    assert.ok(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'].includes(failureOf(transmission).code));
    assert.ok(Math.abs((connection?.tls?.chain[0]?.validTo ?? 0) - to) < 1000);
  });

  it('tells the whole chain of an authority that nobody knows', async () => {
    const authority = await makeAuthority('Example Root');
    const { origin } = await serve(await makeCertificate({ authority }));
    const { connection, ...transmission } = await transmit({ url: origin });
    assert.equal(failureOf(transmission).code, 'SELF_SIGNED_CERT_IN_CHAIN');
    assert.deepEqual(
      connection?.tls?.chain.map(({ subject, issuer }) => [subject, issuer]),
      [
        ['CN=localhost', 'CN=Example Root'],
        ['CN=Example Root', 'CN=Example Root'],
      ],
    );
  });

  it('tells both names where a certificate is for another host', async () => {
    const certificate = await makeCertificate({ name: 'api.example' });
    const { origin } = await serve(certificate);
    // Trusted for its signature, so that only the name is wrong.
    const transmission = await transmit({
      url: origin,
      clientCertificate: { ca: certificate.cert } as object,
    });
    assert.equal(failureOf(transmission).code, 'ERR_TLS_CERT_ALTNAME_INVALID');
    assert.deepEqual(transmission.connection?.tls?.chain[0]?.subjectAltNames, ['DNS:api.example']);
  });

  it('sends where the author does without verification, and still tells what is wrong', async () => {
    const { origin, requests } = await serve(await makeCertificate({}));
    const transmission = await transmit({ url: origin, verifyCertificate: false });
    assert.equal(responseOf(transmission).body.text, 'secret place');
    assert.equal(requests.length, 1);
    assert.equal(transmission.connection?.tls?.authorized, false);
    assert.equal(transmission.connection.tls.authorizationError, 'DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('tells http spoken to a TLS port', async () => {
    const { port } = await serve(await makeCertificate({}));
    const failure = failureOf(await transmit({ url: `http://localhost:${port}/` }));
    assert.ok(['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT'].includes(failure.code), failure.code);
  });
});
