import assert from 'node:assert/strict';
import { Session } from '../../../src/http/session';
import { startServer, type TestServer } from './servers';
import { makeWorkspace, type TestWorkspace } from './workspace';

describe('a session remembers idempotency keys', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((_request, response) => void response.writeHead(201).end());
    workspace = await makeWorkspace();
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  const post = (key: string, body: string, session: Session, path = '/orders?token=s3cret') =>
    workspace.run(`POST ${server.origin}${path}\n${key === '' ? '' : `Idempotency-Key: ${key}\n`}\n${body}`, {
      session,
    });
  const uses = async (...sent: Parameters<typeof post>) =>
    (await post(...sent)).earlier?.map(({ startedAt: _, ...use }) => use);

  it('with what they went out', async () => {
    const session = new Session();
    const before = { method: 'POST', path: '/orders', status: 201 };
    assert.equal(await uses('k1', '{"a":1}', session), undefined);
    assert.deepEqual(await uses('k1', '{"a":1}', session), [{ ...before, sameBody: true, sameUrl: true }]);
    assert.equal((await uses('k1', '{"a":2}', session))?.[0]?.sameBody, false);
    assert.equal((await uses('k1', '{"a":2}', session, '/refunds'))?.[0]?.sameUrl, false);
    assert.equal(await uses('k2', '{"a":1}', session), undefined);
    assert.equal(await uses('', '{"a":1}', session), undefined);
  });

  it('for itself alone', async () => {
    await post('k1', 'x', new Session());
    assert.equal(await uses('k1', 'y', new Session()), undefined);
  });
});
