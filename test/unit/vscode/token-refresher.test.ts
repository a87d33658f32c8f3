import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { refreshOf } from '../../../src/core/refresh/refresh-request';
import { send } from '../../../src/http/transport/send';
import { defaultLimits, type OutgoingRequest, type Transport } from '../../../src/http/transport/transport';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { sendWithToken } from '../../../src/vscode/send-again/send-with-token';
import {
  type TokenOwner,
  TokenRefresher,
  type TokenVault,
} from '../../../src/vscode/send-again/token-refresher';
import { shippedIndex } from '../../servers/shipped-knowledge';

const { signal } = new AbortController();
const options = { signal, limits: defaultLimits };

/** A vault like VS Code's, in memory. */
class Vault implements TokenVault {
  readonly kept = new Map<string, string>();
  async get(key: string): Promise<string | undefined> {
    return this.kept.get(key);
  }
  async store(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
  }
  async delete(key: string): Promise<void> {
    this.kept.delete(key);
  }
}

const get = (url: string, token: string): OutgoingRequest => ({
  method: 'GET',
  url,
  headers: [['authorization', `Bearer ${token}`]],
  followRedirects: true,
  verifyCertificate: true,
});

describe('a token that is refreshed and sent again', () => {
  let sandbox: Sandbox;
  let sent: OutgoingRequest[];
  let asked: TokenOwner[];
  let answers: (string | undefined)[];
  let vault: Vault;
  let refresher: TokenRefresher;
  const transport: Transport = (request, given) => {
    sent.push(request);
    return send(request, given);
  };

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sent = [];
    asked = [];
    answers = [];
    vault = new Vault();
    const ask = async (owner: TokenOwner): Promise<string | undefined> => {
      asked.push(owner);
      return answers.shift();
    };
    refresher = new TokenRefresher(vault, ask, transport);
  });

  const apiOf = (id: string): Api => shippedIndex().apis.find((api) => api.id === id) as Api;

  async function refused(id: string, path: string, expired: string): Promise<[TokenOwner, Exchange]> {
    const exchange = await send(get(`${sandbox.origins[id]}${path}`, expired), options);
    assert.equal(exchange.outcome.kind === 'response' && exchange.outcome.status, 401);
    const plan = refreshOf(readExchange(exchange, apiOf(id), Date.now()));
    assert.ok(plan, 'there is a plan');
    return [{ api: apiOf(id), environment: 'sandbox', plan }, exchange];
  }

  const stateset = async () => {
    const tokens = await fetch(`${sandbox.origin}/_sandbox/tokens`);
    const { expired = '', refresh = '' } = (await tokens.json()) as Record<string, string>;
    const [owner, exchange] = await refused('stateset', '/api/v1/orders', expired);
    return { owner, exchange, refresh, expired };
  };

  const upstream = async () => {
    const login = await fetch(`${sandbox.origins['upstream']}/api/v1/auth/token/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'admin@acme.example', password: 'sample-password-42' }),
    });
    const { refresh = '' } = (await login.json()) as Record<string, string>;
    const [owner, exchange] = await refused('upstream', '/api/v1/customers/', 'no.token.atall');
    return { owner, exchange, refresh, expired: 'no.token.atall' };
  };

  for (const [name, prepare] of Object.entries({ stateset, upstream })) {
    it(`turns the 401 of ${name} into a success by the catalog's own refresh request`, async () => {
      const { owner, exchange, refresh, expired } = await prepare();
      answers = [refresh];
      const refreshed = await refresher.refresh(owner, signal);
      assert.ok(refreshed.kind === 'token', JSON.stringify(refreshed));
      const { request } = exchange;
      const again = await sendWithToken(
        send,
        request,
        owner.plan,
        refreshed.token,
      )(get(request.url, expired), options);
      assert.equal(again.outcome.kind === 'response' && again.outcome.status, 200);
    });
  }

  it('asks once, keeps what the server gave, and uses that the next time', async () => {
    const { owner, refresh } = await stateset();
    answers = [refresh];
    assert.equal((await refresher.refresh(owner, signal)).kind, 'token');
    assert.equal((await refresher.refresh(owner, signal)).kind, 'token');
    assert.equal(asked.length, 1);
    const [first, second] = sent.map(({ body }) => new TextDecoder().decode(body));
    assert.ok(
      first?.includes(refresh) && !second?.includes(refresh),
      'a token that was used is not used again',
    );
  });

  it('refreshes once where two ask at the same time', async () => {
    const { owner, refresh } = await stateset();
    answers = [refresh, refresh];
    const both = await Promise.all([refresher.refresh(owner, signal), refresher.refresh(owner, signal)]);
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual([asked.length, sent.length], [1, 1]);
  });

  it('goes on for the other where one of two calls it off, and ends with the last', async () => {
    const { owner } = await stateset();
    answers = ['never used'];
    let aborted = false;
    let reached = (): void => {};
    const sending = new Promise<void>((resolve) => (reached = resolve));
    const never: Transport = (_request, { signal: given }) =>
      new Promise((_resolve, reject) => {
        given.addEventListener('abort', () => {
          aborted = true;
          reject(given.reason as Error);
        });
        reached();
      });
    const hanging = new TokenRefresher(vault, async () => answers.shift(), never);
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [hanging.refresh(owner, one.signal), hanging.refresh(owner, two.signal)];
    await sending;
    one.abort();
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal(aborted, false);
    two.abort();
    await assert.rejects(second, { name: 'AbortError' });
    assert.equal(aborted, true);
    await assert.rejects(hanging.refresh(owner, AbortSignal.abort()), { name: 'AbortError' });
  });

  it('forgets a refresh token that the server refuses, and says what it said without the token', async () => {
    const { owner } = await stateset();
    const wrong = 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2VjcmV0LXJlZnJlc2g';
    answers = [wrong, undefined];
    const refreshed = await refresher.refresh(owner, signal);
    assert.equal(refreshed.kind, 'refused');
    assert.ok(!JSON.stringify(refreshed).includes(wrong));
    assert.deepEqual(await refresher.refresh(owner, signal), { kind: 'declined' });
    assert.equal(vault.kept.size, 0);
  });

  it('keeps tokens of environments and origins apart', async () => {
    const { owner, refresh } = await stateset();
    answers = [refresh, undefined, undefined];
    await refresher.refresh(owner, signal);
    const elsewhere = { ...owner, plan: { ...owner.plan, origin: 'https://api.elsewhere.example' } };
    assert.equal((await refresher.refresh({ ...owner, environment: 'production' }, signal)).kind, 'declined');
    assert.equal((await refresher.refresh(elsewhere, signal)).kind, 'declined');
    assert.equal(asked.length, 3);
  });

  it('gives the token to the refused request only', async () => {
    const { owner } = await stateset();
    const seen: OutgoingRequest[] = [];
    const record = sendWithToken(
      (request) => {
        seen.push(request);
        return Promise.reject(new Error('not sent'));
      },
      { method: 'GET', url: `${owner.plan.origin}/api/v1/orders?page=2` },
      owner.plan,
      'new-token',
    );
    const others = ['/api/v1/customers', '/api/v1/auth/login'].map((path) => `${owner.plan.origin}${path}`);
    for (const url of [`${owner.plan.origin}/api/v1/orders`, ...others, 'https://evil.example/api/v1/orders'])
      await record(get(url, 'old-token'), options).catch(() => {});
    assert.deepEqual(
      seen.map(({ headers }) => headers[0]?.[1]),
      ['Bearer new-token', 'Bearer old-token', 'Bearer old-token', 'Bearer old-token'],
    );
  });

  it('does not follow a redirect with the refresh token', async () => {
    const { owner } = await stateset();
    answers = ['my-refresh-token'];
    const redirecting: Transport = (request) => {
      assert.equal(request.followRedirects, false);
      assert.equal(new URL(request.url).origin, owner.plan.origin);
      return Promise.reject(new Error('enough'));
    };
    const strict = new TokenRefresher(vault, async () => answers.shift(), redirecting);
    await assert.rejects(strict.refresh(owner, signal), /enough/);
  });
});
