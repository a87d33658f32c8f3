import type { Certificate, Connection, TlsFacts } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { formatInstant } from '../../../core/text/render';
import type { Detail, DetailsBlock } from './panel-view';
import { endpoint } from './response-tab';

/** Who was at the other end, and how it proved that. */
export function connectionBlocks(connection: Connection, l10n: L10n): DetailsBlock[] {
  const { remoteAddress, remotePort, family, proxy, tls } = connection;
  const details: Detail[] = withValues([
    [l10n.t('Remote address'), endpoint(remoteAddress, remotePort)],
    [l10n.t('IP version'), family && `IPv${family}`],
    [l10n.t('Proxy'), proxy],
  ]);
  const blocks: DetailsBlock[] = [];
  if (details.length > 0) blocks.push({ kind: 'details', title: l10n.t('Connection'), details });
  if (tls)
    blocks.push(tlsBlock(tls, l10n), ...tls.chain.map((each, depth) => certificateBlock(each, depth, l10n)));
  return blocks;
}

function tlsBlock(tls: TlsFacts, l10n: L10n): DetailsBlock {
  const trust: Detail = tls.authorized
    ? { label: l10n.t('Trusted'), value: l10n.t('Yes'), tone: 'good' }
    : { label: l10n.t('Trusted'), value: tls.authorizationError ?? l10n.t('No'), tone: 'bad' };
  const details = withValues([
    [l10n.t('Protocol'), tls.protocol],
    [l10n.t('Cipher'), tls.cipher],
    [l10n.t('Application protocol'), tls.alpn],
  ]);
  return { kind: 'details', title: 'TLS', details: [trust, ...details] };
}

function certificateBlock(certificate: Certificate, depth: number, l10n: L10n): DetailsBlock {
  return {
    kind: 'details',
    title: depth === 0 ? l10n.t("Server's certificate") : l10n.t("Issuer's certificate ({0})", depth),
    details: withValues([
      [l10n.t('Subject'), certificate.subject],
      [l10n.t('Issuer'), certificate.issuer],
      [l10n.t('Valid from'), formatInstant(certificate.validFrom)],
      [l10n.t('Valid until'), formatInstant(certificate.validTo)],
      [l10n.t('Names'), certificate.subjectAltNames.join(', ')],
      [l10n.t('Fingerprint (SHA-256)'), certificate.fingerprint256],
    ]),
  };
}

function withValues(candidates: readonly (readonly [string, string | 0 | undefined])[]): Detail[] {
  return candidates.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
