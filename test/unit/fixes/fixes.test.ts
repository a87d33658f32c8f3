import assert from 'node:assert/strict';
import { type Answer, repairsOf } from './broken-request';

const unauthorized: Answer = { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
const basicWanted: Answer = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } };
const badRequest: Answer = { status: 400 };
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const expiredToken = `${part({ alg: 'HS256' })}.${part({ sub: 'u', exp: 1_700_000_000 })}.c2ln`;

interface Case {
  readonly title: string;
  readonly fix: string;
  readonly certainty?: string;
  readonly answer?: Answer;
  readonly before: string;
  readonly after: string;
  readonly at?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly filesAfter?: Readonly<Record<string, string>>;
}

const environment = (value: object): Record<string, string> => ({
  'http-client.env.json': JSON.stringify({ local: value, other: { token: '"x"' } }, null, '\t'),
});

const settings = (value: object): Record<string, string> => ({
  '.vscode/settings.json': JSON.stringify(
    { 'editor.tabSize': 2, 'rest-client.environmentVariables': { $shared: { version: '1' }, local: value } },
    null,
    2,
  ),
});

const cases: readonly Case[] = [
  {
    title: 'a missing scheme is added',
    fix: 'add-scheme',
    before: 'GET https://a.example/x\nAuthorization: abcdefgh\nAccept: */*\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer abcdefgh\nAccept: */*\n',
  },
  {
    title: 'a scheme is added before a variable, not in it',
    fix: 'add-scheme',
    before: '@token = abcdefgh\r\n\r\n###\r\nGET https://a.example/x\r\nAuthorization:  {{token}}\r\n',
    after: '@token = abcdefgh\r\n\r\n###\r\nGET https://a.example/x\r\nAuthorization:  Bearer {{token}}\r\n',
  },
  {
    title: 'a scheme in another case, in the last line of a file',
    fix: 'correct-scheme',
    before: 'GET https://a.example/x\nauthorization: bearer abcdefgh',
    after: 'GET https://a.example/x\nauthorization: Bearer abcdefgh',
  },
  {
    title: 'a wrong scheme that a variable holds',
    fix: 'correct-scheme',
    before: '@auth = Token abcdefgh\n###\nGET https://a.example/x\nAuthorization: {{auth}}\n',
    after: '@auth = Bearer abcdefgh\n###\nGET https://a.example/x\nAuthorization: {{auth}}\n',
  },
  {
    title: 'a scheme that the field and the variable bring stays in the field',
    fix: 'drop-second-scheme',
    certainty: 'sure',
    before: '@token = Bearer abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: '@token = Bearer abc\n###\nGET https://a.example/x\nAuthorization: {{token}}\n',
  },
  {
    title: 'quotation marks around a token',
    fix: 'unquote-credential',
    before: 'GET https://a.example/x\n\tAuthorization:\tBearer "abc"\n',
    after: 'GET https://a.example/x\n\tAuthorization:\tBearer abc\n',
  },
  {
    title: 'the quotation mark that httpyac keeps of a variable, and the one it drops',
    fix: 'unquote-credential',
    before: '@token = "abc"\n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}\n',
  },
  {
    title: 'quotation marks in an environment file',
    fix: 'unquote-credential',
    before: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    files: environment({ token: '"abc"' }),
    filesAfter: environment({ token: 'abc' }),
  },
  {
    title: 'quotation marks in the settings of the workspace, where REST Client keeps its environments',
    fix: 'unquote-credential',
    before: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    files: settings({ token: '"abc"' }),
    filesAfter: settings({ token: 'abc' }),
  },
  {
    title: 'a zero-width character in a .env',
    fix: 'strip-invisible',
    before: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    files: { '.env': 'host=h\ntoken="ab\u200Bc"' },
    filesAfter: { '.env': 'host=h\ntoken="abc"' },
  },
  {
    title: 'white space behind the value of a variable',
    fix: 'trim-credential',
    before: '@token = abc  \n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}x\n',
    after: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}x\n',
  },
  {
    title: 'a zero-width character in an environment file',
    fix: 'strip-invisible',
    before: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer {{token}}\n',
    files: environment({ token: 'ab\u200Bc' }),
    filesAfter: environment({ token: 'abc' }),
  },
  {
    title: 'the credential that the other requests of the file send, with its reference',
    fix: 'add-credential-known',
    before:
      '### in\n# @name login\nPOST https://a.example/login\n\n### one\n# @ref login\nGET https://a.example/1\nAuthorization: Bearer {{login.token}}\n\n### two\nGET https://a.example/2\nAccept: */*\n',
    after:
      '### in\n# @name login\nPOST https://a.example/login\n\n### one\n# @ref login\nGET https://a.example/1\nAuthorization: Bearer {{login.token}}\n\n### two\n# @ref login\nGET https://a.example/2\nAccept: */*\nAuthorization: Bearer {{login.token}}\n',
  },
  {
    title: 'a credential with a blank where the file has none',
    fix: 'add-credential',
    certainty: 'blank',
    before: '@host = https://a.example\n\n###\nGET {{host}}/x',
    after:
      '@host = https://a.example\n@token = <token>\n\n###\nGET {{host}}/x\nAuthorization: Bearer {{token}}',
  },
  {
    title: 'a trailing comma, a comment and single quotes in a body',
    fix: 'repair-body',
    certainty: 'sure',
    answer: { status: 400, body: { message: 'invalid JSON' } },
    before:
      'POST https://a.example/x\r\nContent-Type: application/json\r\n\r\n{\r\n\t// who\r\n\t\'name\': "{{$guid}}", # id\r\n\t"tags": [1, 2,],\r\n}\r\n\r\n###\r\nGET https://a.example/y\r\n',
    at: 'POST',
    after:
      'POST https://a.example/x\r\nContent-Type: application/json\r\n\r\n{\r\n\t"name": "{{$guid}}",\r\n\t"tags": [1, 2]\r\n}\r\n\r\n###\r\nGET https://a.example/y\r\n',
  },
  {
    title: 'a missing Content-Type',
    fix: 'set-content-type',
    answer: { status: 415 },
    before: 'POST https://a.example/x\n\n{ "a": 1 }\n',
    after: 'POST https://a.example/x\nContent-Type: application/json\n\n{ "a": 1 }\n',
  },
  {
    title: 'a wrong Content-Type',
    fix: 'set-content-type',
    answer: { status: 415 },
    before: 'POST https://a.example/x\nContent-Type: text/plain\n\n{ "a": 1 }\n',
    after: 'POST https://a.example/x\nContent-Type: application/json\n\n{ "a": 1 }\n',
  },
  {
    title: 'an Accept that the server refuses',
    fix: 'set-accept',
    answer: { status: 406 },
    before: 'GET https://a.example/x\nAccept: text/csv\n',
    after: 'GET https://a.example/x\nAccept: application/json\n',
  },
  {
    title: 'a path that nearly is an endpoint',
    fix: 'correct-path',
    answer: { status: 404 },
    before: 'GET https://api.stateset.com/api/v1/order/7?x=1\n',
    after: 'GET https://api.stateset.com/api/v1/orders/7?x=1\n',
  },
  {
    title: 'a prefix that is missing behind a base URL',
    fix: 'correct-path',
    answer: { status: 404 },
    before: '@base = https://api.stateset.com\n\n###\nGET {{base}}/orders\n  ?page=1\n',
    after: '@base = https://api.stateset.com\n\n###\nGET {{base}}/api/v1/orders\n  ?page=1\n',
  },
  {
    title: 'the path that another request of the file has',
    fix: 'match-other-path',
    answer: { status: 404 },
    before: 'GET https://a.example/v2/widgets\n\n###\nGET https://a.example/v2/widget\n',
    after: 'GET https://a.example/v2/widgets\n\n###\nGET https://a.example/v2/widgets\n',
  },
  {
    title: 'a base URL that ends with a slash, before a path that starts with one',
    fix: 'correct-slashes-single',
    answer: { status: 404 },
    before: '@base = https://a.example/\n###\nGET {{base}}/x\n',
    after: '@base = https://a.example\n###\nGET {{base}}/x\n',
  },
  {
    title: 'a method that is not allowed',
    fix: 'correct-method',
    answer: { status: 405, headers: { Allow: 'GET, PUT, DELETE' } },
    before: '  PATCH https://a.example/x HTTP/1.1\n',
    after: '  PUT https://a.example/x HTTP/1.1\n',
  },
  {
    title: 'a blank line above the header fields',
    fix: 'remove-blank-line',
    certainty: 'sure',
    before: 'GET https://a.example/x\r\n\r\nAuthorization: Bearer abc\r\n',
    after: 'GET https://a.example/x\r\nAuthorization: Bearer abc\r\n',
  },
  {
    title: 'quotation marks around a URL',
    fix: 'unquote-url',
    certainty: 'sure',
    before: 'GET "https://a.example/x"\n',
    after: 'GET https://a.example/x\n',
  },
  {
    title: 'a variable that is defined nowhere',
    fix: 'define-variable-id',
    certainty: 'blank',
    before: '# about\n\n### one\nGET https://a.example/x/{{id}}\n',
    after: '# about\n\n@id = <id>\n\n### one\nGET https://a.example/x/{{id}}\n',
  },
  {
    title: 'a variable in a file whose first lines are a request',
    fix: 'define-variable-id',
    before: 'GET https://a.example/y\n\n### one\nGET https://a.example/x/{{id}}\n',
    after: 'GET https://a.example/y\n\n### one\n@id = <id>\nGET https://a.example/x/{{id}}\n',
  },
  {
    title: 'a variable in the environment that is chosen',
    fix: 'define-variable-id-environment',
    before: 'GET https://a.example/x/{{id}}\n',
    after: 'GET https://a.example/x/{{id}}\n',
    files: environment({ host: 'h' }),
    filesAfter: environment({ host: 'h', id: '<id>' }),
  },
  {
    title: 'a variable in the settings of the workspace',
    fix: 'define-variable-limit-environment',
    certainty: 'blank',
    before: '### x\nGET https://a.example/x?limit={{limit}}\n',
    after: '### x\nGET https://a.example/x?limit={{limit}}\n',
    files: settings({ token: 'abc' }),
    filesAfter: settings({ token: 'abc', limit: '<limit>' }),
  },
  {
    title: 'a variable in a .env',
    fix: 'define-variable-limit-environment',
    certainty: 'blank',
    before: '### x\nGET https://a.example/x?limit={{limit}}\n',
    after: '### x\nGET https://a.example/x?limit={{limit}}\n',
    files: { '.env': 'token=abc' },
    filesAfter: { '.env': 'token=abc\nlimit=<limit>\n' },
  },
  {
    title: 'a misspelt variable',
    fix: 'define-variable-tokn-token',
    before: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{ tokn }}\n',
    after: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{ token }}\n',
  },
  {
    title: 'a reference to the request that a variable comes from',
    fix: 'define-variable-login.token',
    certainty: 'sure',
    before:
      '# @name login\nPOST https://a.example/login\n\n###\nGET https://a.example/x\nAuthorization: Bearer {{login.token}}\n',
    after:
      '# @name login\nPOST https://a.example/login\n\n###\n# @ref login\nGET https://a.example/x\nAuthorization: Bearer {{login.token}}\n',
  },
  {
    title: 'an idempotency key that the answer asks for',
    fix: 'add-idempotency-key',
    answer: { status: 400, body: { message: 'Idempotency-Key header is required' } },
    before: 'POST https://a.example/x\nContent-Type: application/json\n\n{}\n',
    after: 'POST https://a.example/x\nContent-Type: application/json\nIdempotency-Key: {{$guid}}\n\n{}\n',
  },
  {
    title: 'a place in the path that was never filled in',
    fix: 'fill-path',
    certainty: 'blank',
    answer: { status: 404 },
    before: '###\nGET https://a.example/x/:id/y\n',
    after: '@id = <id>\n\n###\nGET https://a.example/x/{{id}}/y\n',
  },
  {
    title: 'two faults of one field at once',
    fix: 'all',
    certainty: 'sure',
    before: 'GET https://a.example/x\nAuthorization: "abcdefgh"\n',
    after: 'GET https://a.example/x\nAuthorization: Bearer abcdefgh\n',
  },
  {
    title: 'a stand-in for a token',
    fix: 'add-credential',
    certainty: 'blank',
    before: 'GET https://a.example/x\nAuthorization: Bearer <your token>\nAccept: */*\n',
    after: '@token = <token>\nGET https://a.example/x\nAuthorization: Bearer {{token}}\nAccept: */*\n',
  },
  {
    title: 'a key in Authorization, with a scheme that a variable brings',
    fix: 'move-key',
    before:
      '@auth = Bearer sk_live_key\n###\nGET https://api.stateset.com/api/v1/orders\nAuthorization: {{auth}}\n',
    after: '@auth = sk_live_key\n###\nGET https://api.stateset.com/api/v1/orders\nX-API-Key: {{auth}}\n',
  },
  {
    title: "the API's refresh request, before a request with a token that has expired",
    fix: 'renew-token',
    certainty: 'probable',
    before: `@host = https://api.stateset.com\r\n@refreshToken = abc\r\n\r\n### orders\r\nGET {{host}}/api/v1/orders\r\nAuthorization: Bearer ${expiredToken}\r\n`,
    after:
      '@host = https://api.stateset.com\r\n@refreshToken = abc\r\n\r\n###\r\n# @name refresh\r\nPOST {{host}}/api/v1/auth/refresh\r\nContent-Type: application/json\r\n\r\n{\r\n  "refresh_token": "{{refreshToken}}"\r\n}\r\n\r\n### orders\r\n# @ref refresh\r\nGET {{host}}/api/v1/orders\r\nAuthorization: Bearer {{refresh.access_token}}\r\n',
  },
  {
    title:
      'the refresh request in a file that starts with its only request, with a blank for the refresh token',
    fix: 'renew-token',
    certainty: 'blank',
    before: `GET https://api.stateset.com/api/v1/orders\nAuthorization: Bearer ${expiredToken}\n`,
    after:
      '@refreshToken = <refreshToken>\n\n###\n# @name refresh\nPOST https://api.stateset.com/api/v1/auth/refresh\nContent-Type: application/json\n\n{\n  "refresh_token": "{{refreshToken}}"\n}\n\n###\n# @ref refresh\nGET https://api.stateset.com/api/v1/orders\nAuthorization: Bearer {{refresh.access_token}}\n',
  },
  {
    title: 'a body of a GET, with the field that describes it',
    fix: 'take-body-off',
    answer: { status: 400 },
    before:
      'GET https://a.example/x\nContent-Type: application/json\nAccept: */*\n\n{ "a": 1 }\n\n###\nGET https://a.example/y\n',
    at: '/x',
    after: 'GET https://a.example/x\nAccept: */*\n\n###\nGET https://a.example/y\n',
  },
  {
    title: 'a GET with a body where the path takes a POST only',
    fix: 'take-body-off-post',
    answer: { status: 400 },
    before: 'GET https://api.stateset.com/api/v1/auth/refresh\nAccept: */*\n\n{ "refresh_token": "x" }\n',
    after: 'POST https://api.stateset.com/api/v1/auth/refresh\nAccept: */*\n\n{ "refresh_token": "x" }\n',
  },
  {
    title: 'a token where the challenge wants a user name and a password',
    fix: 'exchange-credential',
    certainty: 'blank',
    answer: basicWanted,
    before: '@user = ann\n\n###\nGET https://a.example/x\nAuthorization: Bearer abcdefgh\n',
    after:
      '@user = ann\n@password = <password>\n\n###\nGET https://a.example/x\nAuthorization: Basic {{user}} {{password}}\n',
  },
  {
    title: 'a password where the challenge wants a token',
    fix: 'exchange-credential',
    before: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Basic ann:secret\nAccept: */*\n',
    after: '@token = abc\n###\nGET https://a.example/x\nAuthorization: Bearer {{token}}\nAccept: */*\n',
    certainty: 'probable',
  },
  {
    title: 'a password where the file has a login that gives a token',
    fix: 'exchange-credential',
    certainty: 'probable',
    before:
      '### in\n# @name login\nPOST https://api.stateset.com/api/v1/auth/login\n\n### orders\nGET https://api.stateset.com/api/v1/orders\nAuthorization: Basic ann:secret\n',
    after:
      '### in\n# @name login\nPOST https://api.stateset.com/api/v1/auth/login\n\n### orders\n# @ref login\nGET https://api.stateset.com/api/v1/orders\nAuthorization: Bearer {{login.access_token}}\n',
  },
  {
    title: 'a user name and a password with blanks where nothing is sent',
    fix: 'add-credential',
    certainty: 'blank',
    answer: basicWanted,
    before: '### x\nGET https://a.example/x\n',
    after:
      '@username = <username>\n@password = <password>\n\n### x\nGET https://a.example/x\nAuthorization: Basic {{username}} {{password}}\n',
  },
  {
    title: 'a redirect to another host, in the variable that holds it',
    fix: 'follow-redirect',
    certainty: 'probable',
    answer: { ...unauthorized, redirectTo: 'https://b.example:8443/v2/x?page=1' },
    before: '@host = http://a.example\n###\nGET {{host}}/v1/x?page=1\nAuthorization: Bearer abcdefgh\n',
    after: '@host = https://b.example:8443\n###\nGET {{host}}/v2/x?page=1\nAuthorization: Bearer abcdefgh\n',
  },
  {
    title: 'a redirect to another path, on the way to which a POST became a GET',
    fix: 'follow-redirect',
    answer: { status: 405, redirectTo: 'https://a.example/v2/x' },
    before: 'POST https://a.example/v1/x\nContent-Type: application/json\n\n{}\n',
    after: 'POST https://a.example/v2/x\nContent-Type: application/json\n\n{}\n',
  },
];

describe('a fix changes what it names and nothing else', () => {
  for (const { title, fix, certainty, answer, before, after, at, files, filesAfter } of cases) {
    it(title, async () => {
      const found = await repairsOf({
        text: before,
        answer: answer ?? unauthorized,
        ...(at ? { at } : {}),
        ...(files ? { files } : {}),
      });
      const repaired = found.find((each) => each.fix.id === fix);
      assert.ok(repaired, `${fix} is not among ${found.map((each) => each.fix.id).join(', ')}`);
      assert.equal(repaired.text, after);
      if (filesAfter) assert.deepEqual(repaired.files, filesAfter);
      if (certainty) assert.equal(repaired.fix.certainty, certainty);
    });
  }
});

describe('a redirect is not followed by an edit', () => {
  const refused: readonly [title: string, to: string][] = [
    ['from https to http', 'http://b.example/x'],
    ['to a link that was made for this one request', 'https://b.example/x?signature=abc'],
    ['to a page to sign in', 'https://sso.example/login'],
  ];
  for (const [title, redirectTo] of refused)
    it(title, async () => {
      const answer = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>', redirectTo };
      const found = await repairsOf({
        text: 'GET https://a.example/x\nAuthorization: Bearer abcdefgh\n',
        answer: title.endsWith('sign in') ? answer : { ...unauthorized, redirectTo },
      });
      assert.ok(!found.some(({ fix }) => fix.id === 'follow-redirect'));
    });
});

describe('no fix is offered', () => {
  const none: readonly [title: string, text: string, answer: Answer][] = [
    ['for a good answer', 'GET https://a.example/x\nauthorization: bearer abc\n', { status: 200 }],
    ['for an error of the server', 'GET https://a.example/x\n', { status: 500 }],
    ['for a body that is no JSON at all', 'POST https://a.example/x\n\nhello\n', badRequest],
  ];
  for (const [title, text, answer] of none)
    it(title, async () => {
      const found = await repairsOf({ text, answer });
      assert.deepEqual(
        found.map(({ fix }) => fix.id),
        [],
      );
    });
});
