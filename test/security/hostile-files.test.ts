import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { validateCatalogs } from '../../src/core/catalog/validate';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace, type TestWorkspace } from '../unit/http/workspace';

describe('hostile .http files', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((_request, response) => response.end('{}'));
    workspace = await makeWorkspace({
      '.env': `base=${server.origin}`,
      'sub/inside.txt': 'inside',
      '../outside.txt': 'outside-text',
      '../outside.http': '# @name outside\nGET http://127.0.0.1:1/outside-text',
    });
    await symlink(workspace.path('..'), workspace.path('out'));
    await symlink(workspace.path('../outside.txt'), workspace.path('link.txt'));
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  const paths = [
    '../outside.txt',
    './sub/../../outside.txt',
    './out/outside.txt',
    './link.txt',
    '/etc/passwd',
    '~/outside.txt',
    'file:///etc/passwd',
  ];
  for (const path of paths) {
    for (const mark of ['<', '<@', '<@latin1']) {
      it(`a body from ${path} by ${mark} is not read`, async () => {
        const sent = server.bodies.length;
        const { outcome } = await workspace.run(
          `POST {{base}}/x\nContent-Type: text/plain\n\n${mark} ${path}`,
        );
        // What is no reference goes out as the text that it is.
        for (const body of server.bodies.slice(sent)) assert.ok(body.includes(path), body);
        if (server.bodies.length === sent) assert.equal(outcome.kind, 'failure');
        assert.doesNotMatch(JSON.stringify(outcome), /outside-text|root:/);
      });
    }
  }

  for (const path of ['../outside.http', './out/outside.http']) {
    it(`nothing is imported from ${path}`, async () => {
      const { outcome } = await workspace.run(`# @import ${path}\n# @ref outside\nGET {{base}}/x`);
      assert.equal(outcome.kind === 'failure' && outcome.code, 'BODY_FILE_MISSING');
    });
  }

  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', '../../etc', '$shared']) {
    it(`an environment named ${name} gives no values and changes nothing`, async () => {
      const files = { 'http-client.env.json': `{"${name}": {"polluted": "yes"}, "dev": {}}` };
      const hostile = await makeWorkspace({ '.env': `base=${server.origin}`, ...files });
      await hostile.run('GET {{base}}/x', { environment: [name] });
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      await hostile.remove();
    });
  }

  it('runs no script where the workspace is not trusted, and sends nothing', async () => {
    const count = server.requests.length;
    const text =
      '{{\n globalThis.__hostileRan = true;\n}}\nGET {{base}}/x?{{globalThis.__hostileRan = true}}';
    await assert.rejects(workspace.run(text, { trusted: false }), { name: 'RunError', reason: 'untrusted' });
    assert.equal((globalThis as Record<string, unknown>)['__hostileRan'], undefined);
    assert.equal(server.requests.length, count);
  });
});

describe('hostile catalogs', () => {
  const schema = JSON.parse(readFileSync('catalog/catalog.schema.json', 'utf8')) as object;
  const catalog = (id: string, problem: string, rest = ''): string =>
    `id: ${id}\nname: Acme\n${rest}problems:\n  - id: ${problem}\n    title: { en: A, pt-BR: A }\n    summary: { en: A, pt-BR: A }\n    source: Acme\n`;
  const refused: [what: string, text: string][] = [
    ['a support link that runs a script', catalog('acme', 'broken', 'support: { links: [{ title: x, url: "javascript:alert(1)" }] }\n')],
    ['a support link that is a command', catalog('acme', 'broken', 'support: { links: [{ title: x, url: "command:workbench.action.quit" }] }\n')],
    ['an id that leads elsewhere', catalog('../../etc', 'broken')],
    ['a problem id with slashes', catalog('acme', 'a/../b')],
    ['a header field that is code', catalog('acme', 'broken', 'idempotency: { header: "x\\"; $(id)", methods: [POST] }\n')],
    ['a method that is code', catalog('acme', 'broken', 'idempotency: { header: X, methods: ["`id`"] }\n')],
    ['a path in a body that is a command of sed', catalog('acme', 'broken', 'rateLimits: { wait: "x/e;s/a" }\n')],
    ['an id that is a key of every object', catalog('__proto__', 'broken')],
  ]; // prettier-ignore
  it('one like them is accepted without the hostile part', () => {
    const { issues } = validateCatalogs([{ file: 'a.yaml', text: catalog('acme', 'broken') }], {
      schema,
      facts: [],
    });
    assert.deepEqual(issues, []);
  });
  for (const [what, text] of refused) {
    it(`${what} is refused`, () => {
      const { issues, catalogs } = validateCatalogs([{ file: 'a.yaml', text }], { schema, facts: [] });
      assert.ok(issues.length > 0);
      assert.equal(catalogs.length, 0);
    });
  }
});
