import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Api } from '../../../src/core/catalog/catalog';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';
import { languageFor, mayHoldCalls } from '../../../src/core/snippets/find-calls';
import { offersAt, snippets } from './workbench';

const withKey: Api = { id: 'k', name: 'Keyed', authentication: [{ scheme: 'api-key', header: 'X-API-Key' }] };
const withRefresh: Api = {
  id: 'shop',
  name: 'Shop',
  match: { hosts: ['api.shop.example'] },
  authentication: [
    {
      scheme: 'bearer-jwt',
      header: 'Authorization',
      login: { request: 'POST /login', token: 'data.token' },
      refresh: {
        request: 'POST /token',
        body: { grant: 'refresh', token: '{{refreshToken}}' },
        token: 'data.token',
      },
    },
  ],
  idempotency: { header: 'X-Request-Key', methods: ['post'] },
};

/** Each offer in a word: the kind, and behind it the reason where it is disabled. */
async function offers(source: string, languageId = 'typescript', api?: Api): Promise<string[]> {
  return (await offersAt(source, languageId, api)).map((offer) =>
    'disabledReason' in offer ? `${offer.kind}: ${render(offer.disabledReason, plainL10n())}` : offer.kind,
  );
}

const both = ['retry', 'tokenRefresh'];

describe('What is offered for a call', () => {
  for (const [name, languageId, source, expected] of [
    ['fetch', 'typescript', `fetch‸(url);`, both],
    ['window.fetch', 'javascript', `window.fetch‸(url);`, both],
    ['fetch in JSX', 'javascriptreact', `const a = <p onClick={() => fetch‸(url)} />;`, both],
    ['the cursor elsewhere', 'typescript', `fetch(url);\n‸const a = 1;`, []],
    ['another function', 'typescript', `prefetch‸(url);`, []],
    ['another object', 'typescript', `api.fetch‸(url);`, []],
    ['a fetch of the file', 'typescript', `import { fetch } from './own';\nfetch‸(url);`, []],
    ['a fetch that is a parameter', 'typescript', `const load = ({ fetch }: Event) => fetch‸(url);`, []],
    ['two calls on the line, none at the cursor', 'typescript', `‸[fetch(a), fetch(b)];`, []],
    ['a call that is not finished', 'typescript', `fetch‸(url, {;`, []],
    ['the word in a comment or a string', 'typescript', `// fetch‸(url)\nconst a = 'fetch(url)';`, []],
    ['a call inside of a wrapper that retries', 'typescript', `pRetry(() => fetch‸(url));`, ['tokenRefresh']],
    [
      'a call in a function that retries',
      'typescript',
      `async function requestWithRetry(url: string) { return fetch‸(url); }`,
      ['tokenRefresh'],
    ],
    [
      'a call in a function that logs in',
      'typescript',
      `async function refreshToken() { return fetch‸('/t'); }`,
      ['retry'],
    ],
    ['requests.get', 'python', `import requests\nrequests.ge‸t(url)`, both],
    ['get of requests', 'python', `from requests import get\nge‸t(url)`, both],
    [
      'get of an import over several lines',
      'python',
      `from requests import (\n    Session,\n    get,\n)\nge‸t(url)`,
      both,
    ],
    ['a session', 'python', `import requests\nwith requests.Session() as s:\n    s.ge‸t(url)`, both],
    [
      'a session by its type',
      'python',
      `import requests\ndef f(s: requests.Session):\n    s.ge‸t(url)`,
      both,
    ],
    [
      'a session by an imported type',
      'python',
      `from requests import Session\ndef f(s: Session):\n    s.ge‸t(url)`,
      both,
    ],
    [
      'a session of another library',
      'python',
      `import requests\nfrom sqlalchemy.orm import Session\ndef f(s: Session):\n    s.ge‸t(User, 1)`,
      [],
    ],
    ['requests without its import', 'python', `requests.ge‸t(url)`, []],
    ['no call of requests', 'python', `import requests\nrequests.codes‸()`, []],
  ] as const) {
    it(`${name}: ${expected.join(' and ') || 'nothing'}`, async () => {
      assert.deepEqual(await offers(source, languageId), expected);
    });
  }
});

describe('What needs no parsing', () => {
  it('a language without snippets', () => assert.equal(languageFor(snippets, 'plaintext'), undefined));
  it('a text without the name of a client', () => {
    assert.equal(mayHoldCalls(snippets, 'typescript', 'const a = 1;'), false);
    assert.equal(mayHoldCalls(snippets, 'typescript', 'fetch(a);'), true);
    assert.equal(mayHoldCalls(snippets, 'python', 'fetch(a)'), false);
    assert.equal(mayHoldCalls(snippets, 'plaintext', 'fetch(a)'), false);
  });
});

describe('What is shown disabled, with its reason', () => {
  const stream = 'The body is a stream, which cannot be sent a second time.';
  for (const [name, languageId, source, reason] of [
    ['duplex', 'typescript', `fetch‸(url, { method: 'PUT', body, duplex: 'half' });`, stream],
    [
      'createReadStream',
      'javascript',
      `fetch‸(url, { method: 'PUT', body: fs.createReadStream('x') });`,
      stream,
    ],
    [
      'a name for a stream',
      'javascript',
      `const body = fs.createReadStream('x');\nfetch‸(url, { method: 'PUT', body });`,
      stream,
    ],
    ['an open file', 'python', `import requests\nrequests.pu‸t(url, data=open("x"))`, stream],
    [
      'a name for an open file',
      'python',
      `import requests\nwith open("x") as f:\n    requests.pu‸t(url, data=f)`,
      stream,
    ],
    [
      'an open file among files',
      'python',
      `import requests\nrequests.pu‸t(url, files={"a": open("x")})`,
      stream,
    ],
  ] as const) {
    it(`a stream: ${name}`, async () => {
      assert.deepEqual(
        await offers(source, languageId),
        both.map((kind) => `${kind}: ${reason}`),
      );
    });
  }

  it('a body that was read from a file is no stream', async () => {
    assert.deepEqual(
      await offers(`import requests\nrequests.pu‸t(url, data=open("x").read())`, 'python'),
      both,
    );
  });

  it('a POST to an API that is not known to honour a key', async () => {
    const post = `fetch‸(url, { method: 'POST' });`;
    assert.deepEqual((await offers(post))[0], 'retry: Repeating a POST may do the work twice.');
    assert.deepEqual(
      (await offers(post, 'typescript', withKey))[0],
      'retry: Keyed is not known to recognize a repeated POST by an Idempotency-Key.',
    );
    assert.deepEqual(await offers(post, 'typescript', withRefresh), both);
  });

  it('an API without a token that could be refreshed', async () => {
    assert.deepEqual(await offers(`fetch‸(url);`, 'typescript', withKey), [
      'retry',
      'tokenRefresh: Keyed documents no token that could be refreshed.',
    ]);
  });

  it('not a request whose path only begins like the one that gets the token', async () => {
    assert.deepEqual(await offers(`fetch‸(base + '/tokens/1');`, 'typescript', withRefresh), both);
  });

  it('the request that gets the token', async () => {
    assert.deepEqual(
      (await offers(`fetch‸(base + '/token');`, 'typescript', withRefresh))[1],
      'tokenRefresh: This is the request that gets the token.',
    );
  });
});

describe('What an API tells is written out, the rest is a placeholder', () => {
  const helper = async (languageId: string, source: string, api?: Api) => {
    const offer = (await offersAt(source, languageId, api)).find(({ kind }) => kind === 'tokenRefresh');
    assert.ok(offer && 'edits' in offer);
    return offer.edits.find(({ snippet }) => snippet)?.snippet ?? '';
  };

  it('in TypeScript, with an API', async () => {
    const text = await helper('typescript', `fetch‸(url);`, withRefresh);
    assert.match(text, /const API_URL = \$\{1:'https:\/\/api\.shop\.example'\};/);
    assert.match(text, /keepTokens\(\$\{2:''\}, \$\{3:''\}\)/);
    assert.match(text, /new URL\('\/token', API_URL\)/);
    assert.match(text, /JSON\.stringify\(\{ grant: 'refresh', token: tokens\.refresh \\\}\)/);
    assert.match(text, /renewed = answer\.data\.token;[^]*keepTokens\(renewed, answer\.refresh_token/);
  });

  it('in TypeScript, without', async () => {
    const text = await helper('typescript', `process.exit;\nfetch‸(url);`);
    assert.match(text, /keepTokens\(\$\{2:process\.env\.API_ACCESS_TOKEN \?\? ''\}/);
    assert.match(text, /new URL\(\$\{4:'\/auth\/refresh'\}, API_URL\)/);
    assert.match(text, /`Bearer \\\$\{token\\\}`/);
  });

  it('in Python, with an API', async () => {
    const text = await helper(
      'python',
      `import requests\nrequests.ge‸t("https://eu.shop.example/a")`,
      withRefresh,
    );
    assert.match(text, /json=\{"grant": "refresh", "token": self\.refresh_token\\\}/);
    assert.match(text, /answer\["data"\]\["token"\]/);
    assert.match(text, /TokenAuth\(\n {4}"https:\/\/eu\.shop\.example",/);
  });

  it("the idempotency header is the API's own", async () => {
    const offer = (await offersAt(`fetch‸(url, { method: 'POST' });`, 'typescript', withRefresh))[0];
    assert.ok(offer && 'edits' in offer);
    const text = offer.edits.map((edit) => edit.text).join('');
    assert.match(text, /\['POST'\]\.includes\(method\)/);
    assert.match(text, /headers\.set\('X-Request-Key'/);
  });
});
