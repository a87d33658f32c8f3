import type { AnyFact } from '../fact';
import { authApiKey } from './auth/api-key';
import { authBasicBlank } from './auth/basic-blank';
import { authBasicMalformed } from './auth/basic-malformed';
import { authBasicNotAscii } from './auth/basic-not-ascii';
import { authCookieOnly } from './auth/cookie-only';
import { authCsrfTokenMissing } from './auth/csrf-token-missing';
import { authInUrl } from './auth/in-url';
import { authInvisible } from './auth/invisible';
import { authKeyEnvironmentMismatch } from './auth/key-environment-mismatch';
import { authKeyInWrongHeader } from './auth/key-in-wrong-header';
import { authMissing } from './auth/missing';
import { authPassword } from './auth/password';
import { authPlaceholder } from './auth/placeholder';
import { authQuoted } from './auth/quoted';
import { authSchemeCase } from './auth/scheme-case';
import { authSchemeDoubled } from './auth/scheme-doubled';
import { authSchemeMissing } from './auth/scheme-missing';
import { authSchemeWrong } from './auth/scheme-wrong';
import { authSigned } from './auth/signed';
import { authUnresolved } from './auth/unresolved';
import { authWhitespace } from './auth/whitespace';
import { jwtAccessAsRefresh } from './jwt/access-as-refresh';
import { jwtAlgNone } from './jwt/alg-none';
import { jwtEnvironmentMismatch } from './jwt/environment-mismatch';
import { jwtExpired } from './jwt/expired';
import { jwtExpiredInBody } from './jwt/expired-in-body';
import { jwtIdToken } from './jwt/id-token';
import { jwtIssuerMismatch, jwtAudienceMismatch } from './jwt/issuer-and-audience';
import { jwtMalformed } from './jwt/malformed';
import { jwtMalformedInBody } from './jwt/malformed-in-body';
import { jwtNotYetValid } from './jwt/not-yet-valid';
import { jwtPresent } from './jwt/present';
import { jwtRefreshAsAccess } from './jwt/refresh-as-access';
import { jwtScopeMissing } from './jwt/scope-missing';
import { jwtTimesInMilliseconds } from './jwt/times-in-milliseconds';
import { clockDecides } from './clock/decides';
import { clockSkewed } from './clock/skewed';
import { requestAcceptWrong } from './request/accept-wrong';
import { requestBodyInvalidJson } from './request/body-invalid-json';
import { requestBodyWithGet } from './request/body-with-get';
import { requestContentTypeMissing, requestContentTypeWrong } from './request/content-type';
import { requestDefinedElsewhere } from './request/defined-elsewhere';
import { requestEnvironmentMismatch } from './request/environment-mismatch';
import { requestHeaderTooLarge } from './request/header-too-large';
import { requestIdempotencyKeyMissing } from './request/idempotency-key-missing';
import { requestIdempotencyKeyReused } from './request/idempotency-key-reused';
import { requestMethodNotAllowed } from './request/method-not-allowed';
import { requestPreflight } from './request/preflight';
import { requestStrayBlankLine } from './request/stray-blank-line';
import { requestAnswerMissing } from './request/answer-missing';
import { requestUnresolvedVariable } from './request/unresolved-variable';
import { pathCollapses } from './path/collapses';
import { pathNamesItem } from './path/names-item';
import { pathNearMiss } from './path/near-miss';
import { pathPlaceholder } from './path/placeholder';
import { pathPrefixMissing } from './path/prefix-missing';
import { pathDoubledSlash, pathTrailingSlash } from './path/slashes';
import { pathUnknown } from './path/unknown';
import { answerBodyInvalid } from './answer/body-invalid';
import { answerCapped } from './answer/capped';
import { answerDeprecated } from './answer/deprecated';
import { answerEmptyList } from './answer/empty-list';
import { answerErrorInSuccess } from './answer/error-in-success';
import { answerFieldErrors } from './answer/field-errors';
import { answerGatewayPage } from './answer/gateway-page';
import { answerHtmlInsteadOfJson } from './answer/html-instead-of-json';
import { answerRequestId } from './answer/request-id';
import { answerTruncated } from './answer/truncated';
import { rateLimitExhausted } from './rate-limit/exhausted';
import { rateLimitKnown } from './rate-limit/known';
import { rateLimitRetryKnown } from './rate-limit/retry-known';
import {
  redirectMethodChanged,
  redirectRequestLost,
  redirectAuthorizationDropped,
  redirectNotFollowed,
  redirectSchemeChanged,
  redirectLoop,
} from './redirect/redirects';
import { redirectLocationMissing } from './redirect/location-missing';
import { redirectToLogin } from './redirect/to-login';
import { networkLocalhostFamily } from './network/localhost-family';
import {
  networkDns,
  networkRefused,
  networkReset,
  networkTimeout,
  networkUnreachable,
} from './network/network';
import { networkFaultyHeader, networkOtherProtocol } from './network/not-http';
import { networkProxy } from './network/proxy';
import { tlsUntrusted, tlsSelfSigned, tlsExpired, tlsNotYetValid, tlsHostname } from './tls/certificate';
import { tlsClientCertificateWanted, tlsVersionsDisjoint } from './tls/handshake';
import { tlsWrongVersion } from './tls/wrong-version';
import { timingSlow, timingSlowWait } from './timing/slow';
import { givenFacts } from './given/index';

/** Every fact that a catalog's `when` may name. A new one is one file and one line here. */
export const allFacts: readonly AnyFact[] = [
  authApiKey,
  authBasicBlank,
  authBasicMalformed,
  authBasicNotAscii,
  authCookieOnly,
  authCsrfTokenMissing,
  authInUrl,
  authInvisible,
  authKeyEnvironmentMismatch,
  authKeyInWrongHeader,
  authMissing,
  authPassword,
  authPlaceholder,
  authQuoted,
  authSchemeCase,
  authSchemeDoubled,
  authSchemeMissing,
  authSchemeWrong,
  authSigned,
  authUnresolved,
  authWhitespace,
  jwtAccessAsRefresh,
  jwtAlgNone,
  jwtEnvironmentMismatch,
  jwtExpired,
  jwtExpiredInBody,
  jwtIssuerMismatch,
  jwtAudienceMismatch,
  jwtMalformed,
  jwtMalformedInBody,
  jwtNotYetValid,
  jwtPresent,
  jwtRefreshAsAccess,
  jwtScopeMissing,
  jwtIdToken,
  jwtTimesInMilliseconds,
  clockDecides,
  clockSkewed,
  requestAcceptWrong,
  requestBodyInvalidJson,
  requestBodyWithGet,
  requestContentTypeMissing,
  requestContentTypeWrong,
  requestDefinedElsewhere,
  requestEnvironmentMismatch,
  requestHeaderTooLarge,
  requestIdempotencyKeyMissing,
  requestIdempotencyKeyReused,
  requestMethodNotAllowed,
  requestPreflight,
  requestStrayBlankLine,
  requestUnresolvedVariable,
  requestAnswerMissing,
  pathNamesItem,
  pathNearMiss,
  pathPlaceholder,
  pathPrefixMissing,
  pathDoubledSlash,
  pathCollapses,
  pathTrailingSlash,
  pathUnknown,
  answerBodyInvalid,
  answerCapped,
  answerDeprecated,
  answerEmptyList,
  answerErrorInSuccess,
  answerFieldErrors,
  answerGatewayPage,
  answerHtmlInsteadOfJson,
  answerRequestId,
  answerTruncated,
  rateLimitExhausted,
  rateLimitKnown,
  rateLimitRetryKnown,
  redirectMethodChanged,
  redirectRequestLost,
  redirectAuthorizationDropped,
  redirectNotFollowed,
  redirectSchemeChanged,
  redirectLoop,
  redirectToLogin,
  redirectLocationMissing,
  networkLocalhostFamily,
  networkDns,
  networkRefused,
  networkReset,
  networkTimeout,
  networkUnreachable,
  networkFaultyHeader,
  networkOtherProtocol,
  networkProxy,
  tlsUntrusted,
  tlsSelfSigned,
  tlsExpired,
  tlsNotYetValid,
  tlsHostname,
  tlsClientCertificateWanted,
  tlsVersionsDisjoint,
  tlsWrongVersion,
  timingSlow,
  timingSlowWait,
  ...givenFacts,
];

const byName: ReadonlyMap<string, AnyFact> = new Map(allFacts.map((fact) => [fact.name, fact]));

/** The fact that catalogs call so, if there is one. */
export const factNamed = (name: string): AnyFact | undefined => byName.get(name);
