import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;

/** A certificate made on the spot: self-signed, or signed by an authority that nobody trusts. */
export async function makeCertificate(options: {
  readonly name?: string;
  readonly from?: number;
  readonly to?: number;
  readonly authority?: Authority;
}): Promise<TestCertificate> {
  const { name = 'localhost', from = Date.now() - DAY, to = Date.now() + DAY, authority } = options;
  const keys = await generateKeys();
  const shared = {
    notBefore: new Date(from),
    notAfter: new Date(to),
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  };
  const certificate = authority
    ? await x509.X509CertificateGenerator.create({
        ...shared,
        subject: `CN=${name}`,
        issuer: authority.certificate.subject,
        publicKey: keys.publicKey,
        signingKey: authority.keys.privateKey,
      })
    : await x509.X509CertificateGenerator.createSelfSigned({ ...shared, name: `CN=${name}`, keys });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const chain = [certificate, ...(authority ? [authority.certificate] : [])];
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
    cert: chain.map((one) => one.toString('pem')).join('\n'),
  };
}

export async function makeAuthority(name: string): Promise<Authority> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + DAY),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true)],
  });
  return { certificate, keys };
}

const generateKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
