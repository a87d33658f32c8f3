import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import type { Certificate, TlsFacts } from '../../core/exchange/exchange';

/** What a TLS socket tells once its handshake is done, also where the certificate then turns out not to verify. */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const error = socket.authorizationError as unknown;
  return {
    protocol: socket.getProtocol() ?? undefined,
    cipher: socket.getCipher()?.name,
    alpn: socket.alpnProtocol || undefined,
    authorized: socket.authorized,
    authorizationError: error ? describeAuthorizationError(error) : undefined,
    chain: toChain(socket.getPeerCertificate(true)),
  };
}

/** Node gives a code, or an error that has one. */
const describeAuthorizationError = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

function toChain(leaf: DetailedPeerCertificate): Certificate[] {
  const chain = new Map<string, Certificate>();
  let current: DetailedPeerCertificate | undefined = leaf;
  // A self-signed root names itself as its issuer.
  while (current?.subject && !chain.has(current.fingerprint256)) {
    chain.set(current.fingerprint256, toCertificate(current));
    current = current.issuerCertificate;
  }
  return [...chain.values()];
}

function toCertificate(certificate: PeerCertificate): Certificate {
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    subjectAltNames: splitAltNames(certificate.subjectaltname),
    validFrom: Date.parse(certificate.valid_from),
    validTo: Date.parse(certificate.valid_to),
    fingerprint256: certificate.fingerprint256,
  };
}

/** `CN=api.example.com, O=Example` in the order of the certificate. */
function distinguishedName(name: object): string {
  return Object.entries(name)
    .flatMap(([key, value]) => [value].flat().map((part) => `${key}=${String(part)}`))
    .join(', ');
}

/** `DNS:a.example, IP Address:127.0.0.1` as a list; names with a comma are quoted as JSON by Node. */
function splitAltNames(names: string | undefined): string[] {
  return names ? (names.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []).map((name) => name.trim()) : [];
}
