import { instant, phrase } from '../../text/phrase';
import type { ProbeKind } from '../probe';

/** Nothing but a connection, and for https its handshake, with whatever certificate comes: no byte of a request. */
export const connection: ProbeKind = {
  id: 'connection',
  find({ reading: { url, failure, sent, exchange } }) {
    const isAboutIt = failure && sent && /^(?:dns|connect|tls|send|wait)$/.test(failure.phase ?? 'connect');
    // A proxy connects for us: what it reaches cannot be seen from here.
    if (!url || !isAboutIt || exchange.connection?.proxy !== undefined) return [];
    const tls = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port) || (tls ? 443 : 80);
    return [
      {
        title: tls ? phrase('Connect and look at the certificate') : phrase('Only connect'),
        change: phrase('Nothing is sent.'),
        target: { kind: 'connection', host, port, tls },
        unsafe: false,
        facts: [
          'network.refused',
          'network.timeout',
          'network.unreachable',
          'network.reset',
          'tls.untrusted',
          'tls.expired',
          'tls.hostname',
          'tls.selfSigned',
        ],
      },
    ];
  },
  judgeConnection({ connection: made, failure }) {
    const [certificate] = made?.tls?.chain ?? [];
    if (!certificate && failure) return { text: phrase('No connection: {0}.', failure.code) };
    const address = made?.remoteAddress ?? '';
    if (!certificate) return { text: phrase('`{0}` takes connections: something listens there.', address) };
    const { subject, issuer, validTo } = certificate;
    return {
      text: made?.tls?.authorized
        ? phrase(
            '`{0}` shows a certificate that is trusted: {1}, by {2}, until {3}.',
            address,
            subject,
            issuer,
            instant(validTo),
          )
        : phrase(
            '`{0}` shows a certificate that is not trusted ({4}): {1}, by {2}, until {3}.',
            address,
            subject,
            issuer,
            instant(validTo),
            made?.tls?.authorizationError ?? '',
          ),
    };
  },
};
