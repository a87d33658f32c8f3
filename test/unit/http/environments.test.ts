import { strict as assert } from 'node:assert';
import { chooseEnvironment, listEnvironments } from '../../../src/http/environments';
import { makeWorkspace, type TestWorkspace } from './workspace';

describe('environments', () => {
  let workspace: TestWorkspace;
  afterEach(() => workspace.remove());
  const question = (wanted = '') => ({
    file: workspace.path('sub/a.http'),
    root: workspace.root,
    text: 'GET http://x',
    wanted,
  });

  it('are those of the env files up to the workspace folder, private ones and .env.* included', async () => {
    workspace = await makeWorkspace({
      'http-client.env.json': '{"dev":{},"prod":{}}',
      'sub/http-client.private.env.json': '{"mine":{}}',
      'sub/.env.local': 'a=1',
      'sub/a.http': '',
      '../http-client.env.json': '{"outside":{}}',
    });
    assert.deepEqual(await listEnvironments(question()), ['dev', 'local', 'mine', 'prod']);
    assert.equal(await chooseEnvironment(question()), undefined);
    assert.equal(await chooseEnvironment(question('prod')), 'prod');
  });

  it('are chosen where there is only one', async () => {
    workspace = await makeWorkspace({ 'http-client.env.json': '{"dev":{}}', 'sub/a.http': '' });
    assert.equal(await chooseEnvironment(question()), 'dev');
  });

  it('are none in a folder without any', async () => {
    workspace = await makeWorkspace({ 'sub/a.http': '' });
    assert.equal(await chooseEnvironment(question()), undefined);
  });

  it('are those of settings too, whose shared variables are no environment of their own', async () => {
    workspace = await makeWorkspace({ 'http-client.env.json': '{"dev":{"host":"a"}}', 'sub/a.http': '' });
    const defined = { $shared: { version: 'v1' }, staging: { host: 'b' }, dev: { port: 1 } };
    assert.deepEqual(await listEnvironments({ ...question(), defined }), ['dev', 'staging']);
  });
});
