import type { Random } from '../seeded-random';
import {
  hex,
  jsonWebToken,
  opaque,
  password,
  providerKey,
  type Secret,
  uuid,
  wordLike,
} from './secret-texts';

/** A `.http` text with secrets in it, or an answer with them, or files that it takes them from. */
export interface Planting {
  readonly secrets: readonly Secret[];
  /** `{{origin}}` is the server. */
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: string;
  /** What the server adds to what it echoes. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
  readonly said?: string;
  /** Where `/moved` redirects to. */
  readonly location?: string;
  /** What `POST /login` answers. */
  readonly login?: object;
  /** They go out with another request, before the one that is shown. */
  readonly isSentBefore?: boolean;
  /** What the line of the request holds, where it is not the last request of the text. */
  readonly at?: string;
}

export interface Kind {
  readonly name: string;
  plant(random: Random): Planting;
}

const get = (...lines: string[]): string => ['GET {{origin}}/api/v1/orders', ...lines].join('\n');
const post = (type: string, body: string): string =>
  `POST {{origin}}/api/v1/orders\nContent-Type: ${type}\n\n${body}`;
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const bodyNames = [
  'password',
  'client_secret',
  'refresh_token',
  'apiKey',
  'newPassword',
  'private_key',
  'sessionId',
  'senha',
  'passwordConfirmation',
  'old_password',
  'accessToken',
  'chave_api',
  'authToken',
];

/** Places in which secrets stand. */
export const kinds: readonly Kind[] = [
  {
    name: 'opaque bearer token',
    plant(random) {
      const secret = random.pick([opaque, hex, uuid])(random);
      return { secrets: [secret], text: get(`Authorization: Bearer ${secret.text}`) };
    },
  },
  {
    name: 'JSON Web Token',
    plant(random) {
      const secret = jsonWebToken(random);
      const field = random.pick(['Authorization: Bearer ', 'Authorization: ', 'X-Access-Token: ', 'Authorization: bearer  ']);
      return { secrets: [secret], text: get(`${field}${secret.text}`) };
    },
  },
  {
    name: 'Basic credentials',
    plant(random) {
      const secret = random.pick([opaque, wordLike])(random);
      const pair = Buffer.from(`ann:${secret.text}`).toString('base64');
      const written = random.pick([pair, `ann:${secret.text}`, `ann ${secret.text}`]);
      return {
        secrets: [secret, { text: pair, hidden: [pair.slice(6)] }],
        text: get(`Authorization: Basic ${written}`),
      };
    },
  },
  {
    name: 'key with a provider’s beginning',
    plant(random) {
      const secret = providerKey(random);
      const field = random.pick(['X-API-Key', 'Authorization', 'X-Trace', 'Stripe-Account']);
      return { secrets: [secret], text: get(`${field}: ${secret.text}`) };
    },
  },
  {
    name: 'header field of a vendor',
    plant(random) {
      const secret = random.pick([opaque, hex, uuid, wordLike])(random);
      const field = random.pick([
        'X-Auth-Token', 'Api-Key', 'Ocp-Apim-Subscription-Key', 'X-Client-Secret', 'X-Amz-Security-Token', 'X-Vault-Token',
        'X-Shopify-Access-Token', 'PRIVATE-TOKEN', 'X-Access-Key', 'X-CSRF-Token', 'DD-API-KEY', 'DD-APPLICATION-KEY', 'X-Goog-Api-Key',
        'X-Auth', 'X-Authorization', 'Authentication', 'X-User-Key', 'Fastly-Key', 'X-Master-Key', 'X-Appwrite-Key', 'X-Access', 'X-Credential',
      ]); // prettier-ignore
      return { secrets: [secret], text: get(`${field}: ${secret.text}`) };
    },
  },
  {
    name: 'cookie',
    plant(random) {
      const [first, second] = [opaque(random), uuid(random)];
      return { secrets: [first, second], text: get(`Cookie: sid=${first.text}; remember="${second.text}"`) };
    },
  },
  {
    name: 'Set-Cookie',
    plant(random) {
      const secret = random.pick([opaque, uuid, hex])(random);
      return {
        secrets: [secret],
        text: get(),
        fields: [['Set-Cookie', `sid=${secret.text}; Path=/; HttpOnly`]],
        said: `New session ${secret.text} was started.`,
      };
    },
  },
  {
    name: 'userinfo of a URL',
    plant(random) {
      const secret = random.pick([opaque, password])(random);
      const userinfo = `ann:${encodeURIComponent(secret.text)}@`;
      return { secrets: [secret], text: `GET {{origin}}/api/v1/orders`.replace('://', `://${userinfo}`).replace('{{origin}}', `http://${userinfo}{{host}}`) };
    },
  },
  {
    name: 'query parameter',
    plant(random) {
      const secret = random.pick([opaque, password, uuid])(random);
      const name = random.pick(['api_key', 'access_token', 'token', 'key', 'sig', 'X-Amz-Signature', 'code', 'client_secret', 'apikey', 'auth']);
      return {
        secrets: [secret],
        text: `GET {{origin}}/api/v1/orders?page=2&${name}=${encodeURIComponent(secret.text)}&limit=5`,
      };
    },
  },
  {
    name: 'JSON body',
    plant(random) {
      const secret = random.pick([opaque, password, wordLike])(random);
      const member = { [random.pick(bodyNames)]: secret.text };
      const body = random.pick([member, { user: { name: 'ann', ...member } }, [{ id: 1 }, member]]);
      return { secrets: [secret], text: post('application/json', JSON.stringify(body, null, random.pick([0, 2]))) };
    },
  },
  {
    name: 'broken JSON body',
    plant(random) {
      const secret = opaque(random);
      const name = random.pick(bodyNames);
      const body = random.pick([
        `{"${name}": "${secret.text}", "a": }`,
        `{'${name}': '${secret.text}'}`,
        `{${name}: "${secret.text}"}`,
        `{"a": [1, 2, "${name}": "${secret.text}"`,
      ]);
      return { secrets: [secret], text: post('application/json', body) };
    },
  },
  {
    name: 'form',
    plant(random) {
      const secret = random.pick([opaque, password])(random);
      const value = encodeURIComponent(secret.text);
      const body = `grant_type=password&username=ann&${random.pick(bodyNames)}=${value}&scope=read`;
      return { secrets: [secret], text: post('application/x-www-form-urlencoded', body) };
    },
  },
  {
    name: 'multipart',
    plant(random) {
      const secret = random.pick([opaque, uuid])(random);
      const body = [
        '--cut', 'Content-Disposition: form-data; name="name"', '', 'ann',
        '--cut', `Content-Disposition: form-data; name="${random.pick(bodyNames)}"`, '', secret.text, '--cut--',
      ]; // prettier-ignore
      return { secrets: [secret], text: post('multipart/form-data; boundary=cut', body.join('\n')) };
    },
  },
  {
    name: 'XML',
    plant(random) {
      const secret = random.pick([opaque, password])(random);
      const name = random.pick(['Password', 'apiKey', 'ns:SecretKey', 'Token']);
      const body = random.pick([
        `<Login><User>ann</User><${name}>${xml(secret.text)}</${name}></Login>`,
        `<Login user="ann" ${name}="${xml(secret.text)}"/>`,
        `<${name}><![CDATA[${secret.text.replace('<', '')}]]></${name}>`,
      ]);
      const hidden = secret.text.replace('<', '');
      return { secrets: [{ text: hidden, hidden: hidden === secret.text ? [hidden] : [] }], text: post('application/xml', body) };
    },
  },
  {
    name: 'GraphQL variables',
    plant(random) {
      const secret = random.pick([opaque, password])(random);
      const name = random.pick(['password', 'token', 'clientSecret']);
      const body = random.pick([
        { query: `mutation($${name}: String!) { login(${name}: $${name}) { id } }`, variables: { [name]: secret.text } },
        { query: `mutation { login(user: "ann", ${name}: ${JSON.stringify(secret.text)}) { id } }` },
        { query: 'mutation($input: In!) { login(input: $input) { id } }', variables: { input: { [name]: secret.text } } },
      ]);
      return { secrets: [secret], text: post('application/json', JSON.stringify(body)) };
    },
  },
  {
    name: 'redirect',
    plant(random) {
      const secret = random.pick([opaque, jsonWebToken])(random);
      const place = random.pick(['?code=', '?access_token=', '#access_token=', '?session_token=', '?SAMLResponse=']);
      return {
        secrets: [secret],
        text: get().replace('orders', 'moved'),
        location: `/api/v1/orders${place}${secret.text}`,
      };
    },
  },
  {
    name: 'stack trace and dump of an answer',
    plant(random) {
      const secret = opaque(random);
      const said = random.pick([
        `Error: connect ECONNREFUSED postgres://svc:${secret.text}@db.internal:5432/shop\n    at connect (db.js:4:2)`,
        `DB_PASSWORD=${secret.text}\nNODE_ENV=production`,
        `{'HTTP_AUTHORIZATION': 'Bearer ${secret.text}', 'REMOTE_ADDR': '10.0.0.1'}`,
        `axios config: {"headers":{"Authorization":"Bearer ${secret.text}"}}`,
        `jdbc:mysql://db/shop?user=svc&password=${secret.text}`,
        `Server=db;User Id=svc;Password=${secret.text};`,
        `AWS_SECRET_ACCESS_KEY: ${secret.text}`,
        `redis://:${secret.text}@cache:6379/0 is down`,
      ]);
      return { secrets: [secret], text: get(), said };
    },
  },
  {
    name: 'value of an environment file',
    plant(random) {
      const secret = random.pick([opaque, hex])(random);
      const [files, environment] = random.pick([
        [{ '.env': `API_TOKEN=${secret.text}` }, undefined],
        [{ 'http-client.private.env.json': JSON.stringify({ dev: { API_TOKEN: secret.text } }) }, 'dev'],
        [{ 'env/dev.env': `API_TOKEN=${secret.text}` }, 'dev'],
      ] as const);
      const text = random.pick([
        get('Authorization: Bearer {{API_TOKEN}}'),
        get('X-Trace: {{API_TOKEN}}'),
        '@key = {{API_TOKEN}}\nGET {{origin}}/api/v1/orders?api_key={{key}}',
        'GET {{origin}}/bot{{API_TOKEN}}/sendMessage',
        'POST {{origin}}/api/v1/orders\nContent-Type: text/plain\n\nlogin {{API_TOKEN}} now',
        post('application/json', '{"note": "{{API_TOKEN}}"}'),
        post('application/json', '{"token": "{{API_TOKEN}}"}'),
      ]);
      return { secrets: [secret], text, files: { ...files }, ...(environment ? { environment } : {}) };
    },
  },
  {
    name: 'answer to a refresh',
    plant(random) {
      const [access, refresh] = [random.pick([opaque, jsonWebToken])(random), opaque(random)];
      const login = random.pick([
        { access_token: access.text, refresh_token: refresh.text, expires_in: 900 },
        { data: { token: access.text, refreshToken: refresh.text } },
        { tokens: { access: access.text, refresh: refresh.text } },
        { jwt: access.text, session: { id: refresh.text } },
      ]);
      const path = 'data' in login ? 'data.token' : 'tokens' in login ? 'tokens.access' : 'jwt' in login ? 'jwt' : 'access_token';
      const text = random.pick([
        `# @name login\nPOST {{origin}}/login\n\n###\n# @ref login\nGET {{origin}}/api/v1/orders\nAuthorization: Bearer {{login.${path}}}`,
        'POST {{origin}}/login',
      ]);
      return { secrets: [access, refresh], text, login };
    },
  },
  {
    name: 'login that is refused',
    plant(random) {
      const secret = random.pick([opaque, hex])(random);
      const login = random.pick([
        `POST {{origin}}/api/v1/sessions\nContent-Type: application/json\n\n{"user": "ann", "password": "${secret.text}"}`,
        `POST {{origin}}/api/v1/sessions?client_secret=${secret.text}`,
        `POST {{origin}}/api/v1/sessions\nAuthorization: Basic ann:${secret.text}`,
      ]);
      return { secrets: [secret], isSentBefore: true, text: `# @name login\n${login}\n\n###\n# @ref login\nGET {{origin}}/api/v1/orders\nAuthorization: Bearer {{login.token}}` };
    },
  },
  {
    name: 'script that prints',
    plant(random) {
      const secret = random.pick([opaque, hex])(random);
      const script = random.pick(['{{\n  console.log("sent", request.headers.Authorization, apiToken);\n}}', '{{@response\n  console.warn(`got ${response.body} for ${apiToken}`);\n}}', '{{\n  throw new Error(`no ${apiToken}`);\n}}']);
      const text = `@apiToken = ${secret.text}\n`;
      return { secrets: [secret], text: `${text}${get('Authorization: Bearer {{apiToken}}')}\n\n${script}`, at: 'GET' };
    },
  },
  {
    name: 'credentials of a proxy',
    plant(random) {
      const secret = random.pick([opaque, uuid])(random);
      return { secrets: [secret], text: `# @proxy http://ann:${secret.text}@{{host}}\nGET http://api.example/api/v1/orders` };
    },
  },
]; // prettier-ignore
