/** Names of fields, parameters and header fields whose values are secret in every API, without `-`, `_` and case. */
const secretNames: ReadonlySet<string> = new Set([
  'authorization', 'proxyauthorization', 'auth', 'bearer', 'jwt', 'password', 'passwd', 'pwd', 'pass', 'passphrase', 'passcode',
  'secret', 'token', 'apikey', 'xapikey', 'xapisecret', 'privatekey', 'accesskey', 'secretkey', 'signingkey', 'encryptionkey', 'xauthkey',
  'ocpapimsubscriptionkey', 'xfunctionskey', 'xgoogapikey', 'xrapidapikey', 'session', 'sessionid', 'sid', 'credential', 'credentials',
  'otp', 'pin', 'cvv', 'cvc', 'cardnumber', 'ssn', 'signature', 'sig', 'xamzsignature', 'xamzcredential', 'assertion', 'clientassertion',
  'codeverifier', 'cookie', 'setcookie', 'connectionstring', 'tokens', 'apikeys', 'cpf', 'xhubsignature', 'xhubsignature256',
  'samlresponse',
]); // prettier-ignore

const secretEnding =
  /(?:password|passphrase|secret|signature|token|apikey|privatekey|accesskey|secretkey|sessionid|(?:application|app|account|admin|auth|consumer|license|master|service|subscription)key)$/;

/** Tokens that turn pages and such: they open nothing. */
const harmless =
  /^(?:next|previous|prev|page|nextpage|prevpage|continuation|sync|cursor|pagination|start|resume)token$/;

/** Parameters of a URL or a form that are secret there, and ordinary words elsewhere. */
const secretParameters: ReadonlySet<string> = new Set(['key', 'code', 'state']);

export const plainName = (name: string): string => name.toLowerCase().replace(/[-_.\s]/g, '');

/** Whether a field, header field or parameter of this name holds a secret; `more` are the names of the API's catalog. */
export function isSecretName(name: string, more: ReadonlySet<string>): boolean {
  const plain = plainName(name);
  if (harmless.test(plain)) return false;
  return secretNames.has(plain) || secretEnding.test(plain) || more.has(plain);
}

export const isSecretParameter = (name: string, more: ReadonlySet<string>): boolean =>
  isSecretName(name, more) || secretParameters.has(plainName(name));
