import type { ProbeKind } from '../probe';
import { catalogCheck } from './catalog-check';
import { connection } from './connection';
import { credentialElsewhere } from './credential-elsewhere';
import { loopbackAddress } from './loopback-address';
import { otherPath } from './other-path';
import { otherScheme } from './other-scheme';
import { otherSlash } from './other-slash';
import { withoutCredential } from './without-credential';

/** Every kind of probe, those that tell most for the least first. */
export const probeKinds: readonly ProbeKind[] = [
  connection,
  loopbackAddress,
  otherScheme,
  otherPath,
  otherSlash,
  credentialElsewhere,
  withoutCredential,
  catalogCheck,
];
