import type { Reading } from '../../reading';
import { isObject, own, ownText } from '../json-path';
import type { Said } from './said';

/** RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 8628 §3.5, RFC 9449, RFC 9470. */
const codes: ReadonlySet<string> = new Set([
  'invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope',
  'access_denied', 'unsupported_response_type', 'server_error', 'temporarily_unavailable', 'invalid_token',
  'insufficient_scope', 'authorization_pending', 'slow_down', 'expired_token', 'insufficient_user_authentication',
  'use_dpop_nonce', 'invalid_dpop_proof', 'invalid_target', 'login_required', 'consent_required', 'interaction_required',
]); // prettier-ignore

/** The error answer of an OAuth 2 token endpoint (RFC 6749 §5.2). */
export function readOAuth({ answerBody: { json } }: Reading): Said | undefined {
  const error = own(json, 'error');
  if (!isObject(json) || typeof error !== 'string' || !/^[\w.:-]+$/.test(error)) return undefined;
  const description = ownText(json, 'error_description');
  if (description === undefined && !Object.hasOwn(json, 'error_uri') && !codes.has(error)) return undefined;
  return { code: error, message: description ?? ownText(json, 'message', 'msg') };
}
