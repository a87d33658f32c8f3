import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { ErrorKind } from '../../../../src/sandbox/pipeline/error-kinds';
import type { Received, RunningSandbox } from '../running-sandbox';

/** Each of `kinds` can be had by name, on any path and without credentials; `nameIn` finds in the body what tells it. */
export function itGivesErrorsOnDemand(
  sandbox: RunningSandbox,
  kinds: Readonly<Record<string, ErrorKind>>,
  expected: (name: string, kind: ErrorKind) => unknown,
  nameIn: (body: Received['body']) => unknown,
): void {
  for (const [name, kind] of Object.entries(kinds)) {
    it(`gives ${kind.status} ${name} on demand, by query or by header field`, async () => {
      const answers = await Promise.all([
        sandbox.send('GET', `/anywhere?fault=${name}`),
        sandbox.send('GET', '/anywhere', { headers: { 'X-Sandbox-Fault': name } }),
      ]);
      for (const { status, body } of answers) {
        assert.equal(status, kind.status);
        assert.deepEqual(nameIn(body), expected(name, kind));
      }
    });
  }

  it('names the errors that it knows to whoever asks for another', async () => {
    const { status, text } = await sandbox.send('GET', '/?fault=no-such-error');
    assert.equal(status, 400);
    for (const name of Object.keys(kinds)) assert.ok(text.includes(name), name);
  });
}
