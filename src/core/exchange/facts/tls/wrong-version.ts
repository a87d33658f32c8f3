import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { codesOf } from '../network/tried';

/** nginx, Apache, Go, Node behind a proxy: plain HTTP came in at a TLS port. */
const plainToTls =
  /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port|Client sent an HTTP request to an HTTPS server/i;

export const tlsWrongVersion: Fact = {
  name: 'tls.wrongVersion',
  about: 'TLS was spoken to a plain port, or plain HTTP to a TLS port.',
  test({ failure, answer, answerBody, url }) {
    if (answer) {
      return answer.status === 400 && plainToTls.test(answerBody.text.slice(0, 20_000))
        ? holds(phrase('The server says that it expects https on this port.'))
        : fails();
    }
    if (!failure) return fails();
    const isHttps = url?.protocol === 'https:';
    const wrong =
      codesOf(failure).some((code) =>
        /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL)$/.test(code),
      ) ||
      failure.chain.some(
        ({ code, message }) =>
          code === 'EPROTO' && /wrong version number|packet length too long|unknown protocol/i.test(message),
      );
    if (wrong && isHttps)
      return holds(phrase('`{0}` was asked for https and answered with something other than TLS.', url.host));
    if (wrong) return holds(phrase('TLS was used with a server that does not speak it: {0}.', failure.code));
    // A TLS server that is spoken to in plain HTTP hangs up, or answers with bytes that are no HTTP.
    const odd = codesOf(failure).some((code) => /^HPE_INVALID|^ECONNRESET$|^UND_ERR_SOCKET$/.test(code));
    if (isHttps || !odd) return fails();
    if (failure.chain.some(({ received }) => received !== undefined && /^[\x15\x16]\x03/.test(received)))
      return holds(
        phrase('`{0}` was asked for plain HTTP and answers with a record of TLS.', url?.host ?? ''),
      );
    if (failure.speaksTls === true)
      return holds(phrase('`{0}` drops plain HTTP and answers a TLS handshake.', url?.host ?? ''));
    if (failure.speaksTls === false)
      return fails(phrase('`{0}` does not answer a TLS handshake either.', url?.host ?? ''));
    return /^(?:443|8443)$/.test(url?.port ?? '')
      ? unknown(phrase('`{0}` is a usual port for https.', url?.host ?? ''))
      : unknown();
  },
};
