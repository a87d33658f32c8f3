import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { codesOf } from '../network/tried';

/** Alerts that a server sends where it misses a client certificate, or does not take the one that came. */
const certificateAlerts =
  /^ERR_SSL_(?:SSLV3_ALERT_(?:HANDSHAKE_FAILURE|BAD_CERTIFICATE)|TLSV1_ALERT_ACCESS_DENIED)$/;

export const tlsClientCertificateWanted: Fact = {
  name: 'tls.clientCertificateWanted',
  about: 'The server wants a client certificate, and none that it takes was sent.',
  test({ failure, exchange: { connection } }) {
    if (!failure) return fails();
    const codes = codesOf(failure);
    if (codes.some((code) => code.endsWith('ALERT_CERTIFICATE_REQUIRED')))
      return holds(phrase('The server says that a client certificate is required: {0}.', failure.code));
    if (!codes.some((code) => certificateAlerts.test(code))) return fails();
    // RFC 5246 §7.4.6: no certificate, or a bad one, after everything else was agreed on.
    return connection?.tlsAgreed
      ? holds(
          phrase(
            'Version and cipher were agreed on; then the server ended the handshake: {0}.',
            failure.code,
          ),
        )
      : unknown();
  },
};

export const tlsVersionsDisjoint: Fact = {
  name: 'tls.versionsDisjoint',
  about: 'Client and server have no version of TLS, or no cipher, in common.',
  test({ failure, exchange: { connection } }) {
    if (!failure) return fails();
    const codes = codesOf(failure);
    const said = codes.some((code) =>
      /^ERR_SSL_(?:TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_OR_CIPHER_MISMATCH|NO_SHARED_CIPHER)$/.test(
        code,
      ),
    );
    if (said) return holds(phrase('The handshake found no common version or cipher: {0}.', failure.code));
    const mayBe = codes.includes('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE') && !connection?.tlsAgreed;
    return mayBe ? unknown() : fails();
  },
};
