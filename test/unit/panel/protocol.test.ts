import assert from 'node:assert/strict';
import { parsePanelMessage, parseState, stateVersion } from '../../../src/vscode/panel/protocol';

describe('messages of the panel', () => {
  const known: unknown[] = [
    { type: 'ready' },
    { type: 'runAgain' },
    { type: 'copyReport' },
    { type: 'openPage' },
    { type: 'openBody', body: 'request' },
    { type: 'openBody', body: 'response' },
    { type: 'cancel' },
    { type: 'openReport' },
    { type: 'sendAfterWait' },
    { type: 'stopWaiting' },
    { type: 'refreshAndSend' },
    { type: 'compare' },
    { type: 'checkHealth' },
    { type: 'openBody', body: 'response', raw: true },
    { type: 'applyFix', id: 'a', runAgain: true },
    { type: 'runProbe', id: 'b' },
  ];
  for (const message of known) {
    it(`takes ${JSON.stringify(message)}`, () => assert.deepEqual(parsePanelMessage(message), message));
  }

  const unknown: unknown[] = [
    undefined,
    null,
    'ready',
    7,
    [],
    {},
    { type: 'show' },
    { type: 'toString' },
    { type: ['ready'] },
    { type: 'openBody' },
    { type: 'openBody', body: '../secrets' },
    { type: 'applyFix', id: '', runAgain: true },
    { type: 'applyFix', id: { toString: 'x' } },
    { type: 'runProbe', id: 'x'.repeat(201) },
    { type: 'constructor' },
    { type: '__proto__' },
  ];
  for (const message of unknown) {
    it(`refuses ${JSON.stringify(message)}`, () => assert.equal(parsePanelMessage(message), undefined));
  }

  it('passes nothing on beside what the message is made of', () => {
    assert.deepEqual(parsePanelMessage({ type: 'runAgain', uri: 'file:///elsewhere' }), { type: 'runAgain' });
  });
});

describe('the kept state of the panel', () => {
  const origin = { uri: 'file:///project/a.http', line: 4, environment: 'staging' };
  const page = { api: 'stateset', problem: 'token-expired' };

  it('says what the restored panel was about', () => {
    assert.deepEqual(parseState({ version: stateVersion, view: { origin, page } }), { origin, page });
  });

  const broken: [what: string, state: unknown][] = [
    ['no state', undefined],
    ['a text', 'state'],
    ['a state without view', { version: stateVersion }],
    ['a state of another version', { version: stateVersion + 1, view: { origin, page } }],
    ['a line that is none', { version: stateVersion, view: { origin: { ...origin, line: -1 } } }],
    ['a line between lines', { version: stateVersion, view: { origin: { ...origin, line: 1.5 } } }],
    ['an address that is none', { version: stateVersion, view: { origin: { ...origin, uri: {} } } }],
    ['half a page', { version: stateVersion, view: { page: { api: 'stateset' } } }],
  ];
  for (const [what, state] of broken) {
    it(`is nothing for ${what}`, () => {
      const { origin: readOrigin, page: readPage } = parseState(state);
      assert.deepEqual([readOrigin, readPage], [undefined, undefined]);
    });
  }
});
