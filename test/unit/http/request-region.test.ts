import { strict as assert } from 'node:assert';
import { newFileStore } from '../../../src/http/engine/httpyac';
import { lookingRun, withRun } from '../../../src/http/engine/run-state';
import { type RequestRegion, toRequestRegion } from '../../../src/http/request-region';

/** The requests of a text as a run finds them, in a workspace that nobody trusts. */
function requestsOf(text: string): Promise<RequestRegion[]> {
  const workingDir = '/somewhere';
  return withRun(lookingRun(workingDir, false), async () => {
    const { httpRegions } = await newFileStore().parse(`${workingDir}/test.http`, text, { workingDir });
    return httpRegions.flatMap((region) => toRequestRegion(region, text.split(/\r?\n/)) ?? []);
  });
}

describe('requests of a file', () => {
  it('are listed with their lines, names, methods and URLs as written', async () => {
    const text = [
      '@host = http://localhost',
      '',
      '### List orders',
      'GET {{host}}/orders',
      '  ?limit=1',
      '',
      '###',
      '# @name create',
      '// a comment',
      'POST {{host}}/orders HTTP/1.1',
      'Content-Type: application/json',
      '',
      '{}',
      '',
      'PUT {{host}}/orders/1',
      '',
      '### only a comment',
      '',
      '### live',
      'WS ws://localhost/live',
    ].join('\n');
    assert.deepEqual(await requestsOf(text), [
      {
        firstLine: 2,
        lastLine: 5,
        requestLine: 3,
        method: 'GET',
        url: '{{host}}/orders?limit=1',
        name: 'List orders',
        protocol: 'HTTP',
      },
      {
        firstLine: 6,
        lastLine: 13,
        requestLine: 9,
        method: 'POST',
        url: '{{host}}/orders',
        name: 'create',
        protocol: 'HTTP',
      },
      {
        firstLine: 14,
        lastLine: 15,
        requestLine: 14,
        method: 'PUT',
        url: '{{host}}/orders/1',
        protocol: 'HTTP',
      },
      {
        firstLine: 18,
        lastLine: 19,
        requestLine: 19,
        method: 'WS',
        url: 'ws://localhost/live',
        name: 'live',
        protocol: 'WS',
      },
    ]);
  });

  it('are the same with CRLF', async () => {
    const text = '### a\nGET http://x/1\n\n### b\nGET http://x/2\n\n{}\n';
    assert.deepEqual(await requestsOf(text.replaceAll('\n', '\r\n')), await requestsOf(text));
  });

  for (const text of ['', '\n\n', '@a = 1', '### title only', '# comment']) {
    it(`are none in ${JSON.stringify(text)}`, async () => assert.deepEqual(await requestsOf(text), []));
  }

  it('run no script and read no configuration while they are listed', async () => {
    const text = '{{\n  globalThis.__listed = true;\n}}\nGET {{(globalThis.__listed = true)}}';
    assert.equal((await requestsOf(text)).length, 1);
    assert.equal((globalThis as Record<string, unknown>).__listed, undefined);
  });
});
