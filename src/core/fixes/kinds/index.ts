import type { FixKind } from '../fix';
import { addCredential } from './add-credential';
import { addIdempotencyKey } from './add-idempotency-key';
import { addScheme } from './add-scheme';
import { correctMethod } from './correct-method';
import { correctPath } from './correct-path';
import { correctScheme } from './correct-scheme';
import { correctSlashes } from './correct-slashes';
import { correctUrlScheme } from './correct-url-scheme';
import { defineVariableFix } from './define-variable';
import { dropSecondScheme } from './drop-second-scheme';
import { exchangeCredential } from './exchange-credential';
import { fillPath } from './fill-path';
import { followRedirect } from './follow-redirect';
import { matchOtherPath } from './match-other-path';
import { moveKey } from './move-key';
import { removeBlankLine } from './remove-blank-line';
import { renewToken } from './renew-token';
import { repairBody } from './repair-body';
import { setAccept } from './set-accept';
import { setContentType } from './set-content-type';
import { stripInvisible } from './strip-invisible';
import { takeBodyOff } from './take-body-off';
import { trimCredential } from './trim-credential';
import { unquoteCredential } from './unquote-credential';
import { unquoteUrl } from './unquote-url';
import { useLoopbackAddress } from './use-loopback-address';

/** Every kind of fix, in the order in which they are offered. */
export const fixKinds: readonly FixKind[] = [
  removeBlankLine,
  unquoteUrl,
  defineVariableFix,
  addScheme,
  correctScheme,
  dropSecondScheme,
  unquoteCredential,
  trimCredential,
  stripInvisible,
  moveKey,
  renewToken,
  exchangeCredential,
  addCredential,
  repairBody,
  takeBodyOff,
  setContentType,
  setAccept,
  correctPath,
  matchOtherPath,
  correctSlashes,
  fillPath,
  correctMethod,
  addIdempotencyKey,
  followRedirect,
  correctUrlScheme,
  useLoopbackAddress,
];
