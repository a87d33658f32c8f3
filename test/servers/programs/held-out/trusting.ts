import { send } from '../../../../src/http/transport/send';
import type { Transport } from '../../../../src/http/transport/transport';

/** The product's transport, which trusts these certificates, as PEM, as well. */
export const trusting =
  (certificates: readonly string[]): Transport =>
  (request, options) =>
    send({ ...request, clientCertificate: { ca: certificates.join('\n') } as object }, options);
