import { instant, list, phrase } from '../../../text/phrase';
import type { Certificate } from '../../exchange';
import type { Reading } from '../../reading';
import { failureFact, hasCode } from '../network/tried';

const leaf = ({ exchange: { connection } }: Reading): Certificate | undefined => connection?.tls?.chain[0];

export const tlsUntrusted = failureFact(
  'tls.untrusted',
  "The certificate's issuer is not trusted here.",
  hasCode(
    /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|CERT_UNTRUSTED)$/,
  ),
  (failure, reading) => {
    const certificate = leaf(reading);
    return certificate
      ? phrase(
          'The certificate of `{0}` is issued by `{1}`, which is not trusted here: {2}.',
          certificate.subject,
          certificate.issuer,
          failure.code,
        )
      : phrase('The issuer of the certificate is not trusted here: {0}.', failure.code);
  },
);

export const tlsSelfSigned = failureFact(
  'tls.selfSigned',
  'The certificate is issued by itself.',
  hasCode(/^DEPTH_ZERO_SELF_SIGNED_CERT$/),
  (failure, reading) =>
    phrase(
      'The certificate of `{0}` is issued by itself: {1}.',
      leaf(reading)?.subject ?? reading.url?.host ?? '',
      failure.code,
    ),
);

export const tlsExpired = failureFact(
  'tls.expired',
  'The certificate has expired.',
  hasCode(/^CERT_HAS_EXPIRED$/),
  (_failure, reading) => {
    const certificate = leaf(reading);
    return certificate
      ? phrase(
          'The certificate of `{0}` was valid until {1}.',
          certificate.subject,
          instant(certificate.validTo),
        )
      : phrase('A certificate of the chain has expired.');
  },
);

export const tlsNotYetValid = failureFact(
  'tls.notYetValid',
  'The certificate is not valid yet.',
  hasCode(/^CERT_NOT_YET_VALID$/),
  (_failure, reading) => {
    const certificate = leaf(reading);
    return certificate
      ? phrase(
          'The certificate of `{0}` is valid from {1} on.',
          certificate.subject,
          instant(certificate.validFrom),
        )
      : phrase('A certificate of the chain is not valid yet.');
  },
);

export const tlsHostname = failureFact(
  'tls.hostname',
  'The certificate is for other names than the host.',
  hasCode(/^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/),
  (_failure, reading) => {
    const names = leaf(reading)?.subjectAltNames ?? [];
    return names.length > 0
      ? phrase(
          'The host is `{0}`, the certificate is for {1}.',
          reading.url?.hostname ?? '',
          list(names.slice(0, 10)),
        )
      : phrase('The certificate is not for the host `{0}`.', reading.url?.hostname ?? '');
  },
);
