import type { Credential } from './credentials';

const keyScheme = /^(?:api-?key|key)$/i;

/** As issuers mark their keys, so that they can be told from tokens: `sk_live_…`, `ghp_…`, `AIza…`, `my-api-key-…`. */
const keyPrefix =
  /^(?:(?:sk|pk|rk|key|api|apikey|xox[abps]|gh[opsur]|github_pat|glpat|shpat|shpss|hf|npm|pat|SG|whsec)[-_.]|AIza[\w-]{20}|[a-z]{2,8}_(?:live|test|prod|sandbox)_)|[-_](?:api[-_]?)?key[-_]/i;

const signedScheme = /^(?:signature|hawk|mac|hmac.*|aws4-hmac-sha256|aws|acs\d.*|sharedkey(?:lite)?|oauth)$/i;
/** What fields of a signature are called. */
export const signatureName = /(?:^|[-_])(?:signature(?:-?\d+)?|sign?|hmac)$/i;

/** An API key by its scheme or by the mark that its issuer put on it. */
export const looksLikeKey = ({ source, scheme, token }: Credential): boolean =>
  source !== 'cookie' && source !== 'body' && (keyScheme.test(scheme ?? '') || keyPrefix.test(token));

/** A text that bears the mark of a key, such as the user name of services that take one there. */
export const hasKeyMark = (text: string): boolean => keyPrefix.test(text);

/** A signature over the request, which holds for this one request only: AWS, HMAC, webhooks. */
export const isSignature = ({ source, scheme, name }: Credential): boolean =>
  source === 'authorization' ? signedScheme.test(scheme ?? '') : signatureName.test(name);
