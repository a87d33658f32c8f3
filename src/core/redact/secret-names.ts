/** Names of fields, parameters and header fields whose values are secret in every API, without `-`, `_` and case. */
const secretNames: ReadonlySet<string> = new Set([
  'authorization', 'proxyauthorization', 'auth', 'bearer', 'jwt', 'password', 'passwd', 'pwd', 'pass', 'passphrase', 'passcode',
  'secret', 'token', 'apikey', 'xapikey', 'xapisecret', 'privatekey', 'accesskey', 'secretkey', 'signingkey', 'encryptionkey', 'xauthkey',
  'ocpapimsubscriptionkey', 'xfunctionskey', 'xgoogapikey', 'xrapidapikey', 'session', 'sessionid', 'sid', 'credential', 'credentials',
  'otp', 'pin', 'cvv', 'cvc', 'cardnumber', 'ssn', 'signature', 'sig', 'xamzsignature', 'xamzcredential', 'assertion', 'clientassertion',
  'codeverifier', 'cookie', 'setcookie', 'connectionstring', 'tokens', 'apikeys', 'cpf', 'xhubsignature', 'xhubsignature256',
  'samlresponse', 'passcodes', 'totp', 'mfacode', 'otpcode', 'xauth', 'xaccess', 'senha', 'segredo', 'chaveapi', 'chavedeapi', 'chavesecreta',
  'chavedeacesso', 'credencial', 'credenciais', 'contrasena', 'contraseña', 'motdepasse', 'passwort', 'kennwort',
]); // prettier-ignore

const secretEnding =
  /(?:password(?:2|confirm(?:ation)?|again|repeat)?|senha|passphrase|secret|signature|token|apikey|privatekey|accesskey|secretkey|sessionid|(?:application|app|account|admin|auth|consumer|license|master|service|subscription)key)$/;

/** Tokens that turn pages and such: they open nothing. */
const harmless =
  /^(?:next|previous|prev|page|nextpage|prevpage|continuation|sync|cursor|pagination|start|resume)token$/;

/** Parameters of a URL or a form that are secret there, and ordinary words elsewhere. */
const secretParameters: ReadonlySet<string> = new Set(['key', 'code', 'state']);

/** A name without case and separators: `X-Api-Key` and `xApiKey` are the same. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_.\s]/g, '');

/** Whether a field, header field or parameter of this name holds a secret; `more` are the names of the API's catalog. */
export function isSecretName(name: string, more: ReadonlySet<string>): boolean {
  const plain = plainName(name);
  if (harmless.test(plain)) return false;
  return secretNames.has(plain) || secretEnding.test(plain) || more.has(plain);
}

/** Header fields whose name says only in a header that they open something: `X-User-Key`, `Authentication`. */
const secretField = /key$|^x?authorization$|^x?authentication$|credentials?$/;
/** Keys that find or tell apart, and open nothing. */
const harmlessKey =
  /(?:idempotency|cache|surrogate|websocket|partition|ratelimit|routing|sort|correlation|public|request|trace|message|object|hash|dedup(?:lication)?)key\d*$|^accesscontrol/;

export function isSecretField(name: string, more: ReadonlySet<string>): boolean {
  const plain = plainName(name);
  return isSecretName(name, more) || (secretField.test(plain) && !harmlessKey.test(plain));
}

/** Whether a parameter of a URL holds a secret, by its name. */
export const isSecretParameter = (name: string, more: ReadonlySet<string>): boolean =>
  isSecretName(name, more) || secretParameters.has(plainName(name));
