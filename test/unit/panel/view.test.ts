import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainL10n } from '../../../src/core/text/language';
import { toView } from '../../../src/vscode/panel/view';
import { shownLength } from '../../../src/vscode/panel/view/body';
import type { Block, PanelView, TabId } from '../../../src/vscode/panel/view/panel-view';
import { formatDuration, formatShare, formatSize } from '../../../src/vscode/panel/view/quantity';
import { withoutBodies } from '../../../src/vscode/panel/webview/kept-state';
import { answer, cause, diagnosisOf, expiredToken, refused, type Sample } from './samples';

const english = plainL10n();

const view = ({ diagnosis, exchange }: Sample): PanelView => toView(diagnosis, exchange, english);

function block<Kind extends Block['kind']>(
  { tabs }: PanelView,
  tab: TabId,
  kind: Kind,
  title?: string,
): Extract<Block, { kind: Kind }> {
  const found = tabs
    .find(({ id }) => id === tab)
    ?.blocks.find(
      (each) => each.kind === kind && (title === undefined || ('title' in each && each.title === title)),
    );
  assert.ok(found, `${tab} has ${kind} ${title ?? ''}`);
  return found as Extract<Block, { kind: Kind }>;
}

describe('the view of a diagnosis', () => {
  it('says first what was asked, how it went and what the matter is', () => {
    const { header, title, summary, announcement } = view(expiredToken());
    assert.deepEqual(header, {
      method: 'GET',
      url: 'https://api.stateset.com/api/v1/orders?limit=20',
      status: { tone: 'bad', word: '401 Unauthorized' },
      details: [
        { label: 'API', value: 'StateSet API' },
        { label: 'Code', value: 'TOKEN_EXPIRED' },
        { label: 'Environment', value: 'staging' },
        { label: 'Sent', value: '2026-11-20 08:14:05 UTC' },
        { label: 'Took', value: '244 ms' },
        { label: 'Request id', value: 'req_8f14e45f' },
      ],
    });
    assert.equal(title, 'Access token expired');
    assert.equal(summary, 'The access token was valid once, but its lifetime is over.');
    assert.equal(announcement, '401 Unauthorized. Access token expired.');
  });

  it('puts confirmed causes first and open, possible ones folded, ruled-out ones in one line each', () => {
    const exchange = answer({ status: 401 });
    const shown = view({
      exchange,
      diagnosis: diagnosisOf(exchange, {
        causes: [
          cause('maybe', 'possible'),
          cause('no', 'ruled-out', { title: 'No', evidence: ['It was sent.', 'Twice.'] }),
          cause('yes', 'confirmed'),
          cause('perhaps', 'possible'),
        ],
      }),
    });
    assert.deepEqual(
      block(shown, 'diagnosis', 'causes').causes.map(({ id, verdict, open }) => [id, verdict.word, open]),
      [
        ['yes', 'Confirmed', true],
        ['maybe', 'Possible', false],
        ['perhaps', 'Possible', false],
      ],
    );
    assert.deepEqual(block(shown, 'diagnosis', 'ruled-out'), {
      kind: 'ruled-out',
      title: 'Ruled out (1)',
      causes: [{ title: 'No', evidence: 'It was sent. Twice.' }],
    });
  });

  it('opens the only cause that is left, even where it is no more than possible', () => {
    assert.equal(block(view(refused()), 'diagnosis', 'causes').causes[0]?.open, true);
  });

  const verdicts: [what: string, sample: Sample, tone: string, title: string][] = [
    ['a success', sampleOf({ status: 200, reason: 'OK' }), 'good', 'The request succeeded'],
    ['an unexplained error', sampleOf({ status: 418, reason: 'I’m a teapot' }), 'bad', '418 I’m a teapot'],
    ['an error without reason', sampleOf({ status: 502, reason: '' }), 'bad', '502'],
    ['a redirect that was not followed', sampleOf({ status: 302, reason: 'Found' }), 'info', '302 Found'],
    [
      'a failure',
      { ...refused(), diagnosis: { ...refused().diagnosis, problem: undefined } },
      'bad',
      'No answer came',
    ],
  ];
  for (const [what, sample, tone, title] of verdicts) {
    it(`finds words for ${what} without a known problem`, () => {
      const shown = view(sample);
      assert.deepEqual([shown.header.status.tone, shown.title], [tone, title]);
      assert.ok(!shown.actions.some(({ message }) => message.type === 'openPage'));
    });
  }

  it('marks a success in which a problem was found as not plainly good', () => {
    const { diagnosis, exchange } = sampleOf({ status: 200 });
    const problem = { id: 'empty', title: 'Empty list', summary: '' };
    assert.equal(view({ exchange, diagnosis: { ...diagnosis, problem } }).header.status.tone, 'caution');
  });

  it('knows where the request stands and which page explains it', () => {
    const { origin, page } = view(expiredToken());
    assert.deepEqual(origin, { uri: 'file:///project/stateset.http', line: 11, environment: 'staging' });
    assert.deepEqual(page, { api: 'stateset', problem: 'token-expired' });
  });
});

describe('the view of an exchange', () => {
  it('shows JSON indented', () => {
    const { text, syntax, title, notes } = block(view(sampleOf({ text: '{"a":1}' })), 'response', 'code');
    assert.deepEqual([text, syntax, title, notes], ['{\n  "a": 1\n}', 'json', 'Body (7 B)', []]);
  });

  for (const [text, syntax] of [
    ['{"a":1,}', 'text'],
    ['<html>{}</html>', 'markup'],
    ['a=1&b=2', 'text'],
    ['[not json]', 'text'],
  ] as const) {
    it(`leaves as it came: ${text}`, () => {
      const shown = block(view(sampleOf({ text })), 'response', 'code');
      assert.deepEqual([shown.text, shown.syntax], [text, syntax]);
    });
  }

  it('shows a first part of a long body and says so', () => {
    const shown = block(view(sampleOf({ text: 'é'.repeat(3 * shownLength) })), 'response', 'code');
    assert.equal(shown.text.length, shownLength);
    assert.deepEqual(shown.notes, ['Only the first part is shown here.']);
    assert.deepEqual(shown.actions[0]?.message, { type: 'openBody', body: 'response' });
  });

  it('says what is missing of a body', () => {
    const body = { text: '{"a":', size: 11_200_000, capped: true, truncated: true };
    const shown = block(view(sampleOf({ body })), 'response', 'code', 'Body (11.2 MB)');
    assert.equal(shown.syntax, 'json');
    assert.deepEqual(shown.notes, [
      'Only the first part was kept, because of the size limit.',
      'The connection ended before the body did.',
    ]);
  });

  it('lays the phases end to end, on an axis that holds them all', () => {
    const sample = sampleOf({});
    const timings = { connect: 10, wait: 80, receive: 20, total: 100 };
    const shown = block(view({ ...sample, exchange: { ...sample.exchange, timings } }), 'timings', 'phases');
    assert.deepEqual(
      shown.phases.map(({ label, start, duration }) => [label, start, duration]),
      [
        ['Connecting', 0, 10],
        ['Waiting for the answer', 10, 80],
        ['Receiving', 90, 20],
      ],
    );
    assert.deepEqual([shown.total, shown.totalText], [110, '110 ms']);
  });

  it('says in which phase it failed, and through which errors', () => {
    const shown = view(refused());
    const failed = block(shown, 'timings', 'phases').phases.filter((phase) => phase.failed);
    assert.deepEqual(
      failed.map(({ label, failed: word }) => [label, word]),
      [['Connecting', 'failed here']],
    );
    assert.deepEqual(block(shown, 'response', 'table').rows, [
      ['ECONNREFUSED', '', ''],
      ['ECONNREFUSED', '[::1]:8080', 'connect ECONNREFUSED ::1:8080'],
      ['ECONNREFUSED', '127.0.0.1:8080', 'connect ECONNREFUSED 127.0.0.1:8080'],
    ]);
    assert.match(block(shown, 'request', 'note').text, /^It was not sent/);
  });

  it('names who answered, and what redirects changed', () => {
    const { diagnosis, exchange } = sampleOf({});
    const redirect = {
      status: 302,
      from: 'http://a.test/x',
      to: 'https://b.test/x',
      headers: [],
      methodBefore: 'POST',
      methodAfter: 'GET',
      dropped: ['Authorization'],
    };
    const shown = view({ diagnosis, exchange: { ...exchange, redirects: [redirect] } });
    assert.deepEqual(block(shown, 'timings', 'details', 'Redirects (1)').details, [
      { label: '302', value: 'POST http://a.test/x\n→ GET https://b.test/x\nNot forwarded: Authorization' },
    ]);
    assert.deepEqual(block(shown, 'timings', 'details', 'Connection').details[0], {
      label: 'Remote address',
      value: '203.0.113.7:443',
    });
    assert.deepEqual(block(shown, 'timings', 'details', "Server's certificate").details[3], {
      label: 'Valid until',
      value: '2026-12-30 00:00 UTC',
    });
  });

  it('is kept over a reload without what came in bodies', () => {
    const shown = view(sampleOf({ text: '{"name":"Ana Souza"}' }));
    const kept = JSON.stringify(withoutBodies(shown));
    assert.ok(JSON.stringify(shown).includes('Ana Souza'));
    assert.ok(!kept.includes('Ana Souza'));
    assert.ok(kept.includes(shown.bodyGone));
  });
});

describe('quantities', () => {
  const portuguese = plainL10n('pt-BR');
  const cases: [actual: string, expected: string][] = [
    [formatDuration(0, english), '0 ms'],
    [formatDuration(0.42, english), '0.4 ms'],
    [formatDuration(999.4, english), '999 ms'],
    [formatDuration(2345, english), '2.35 s'],
    [formatDuration(2345, portuguese), '2,35 s'],
    [formatSize(999, english), '999 B'],
    [formatSize(1234, portuguese), '1,2 KB'],
    [formatSize(10_000_000, english), '10 MB'],
    [formatShare(1, 0, english), '0%'],
    [formatShare(0.1, 100, english), '<1%'],
    [formatShare(1, 3, english), '33%'],
  ];
  for (const [actual, expected] of cases) it(expected, () => assert.equal(actual, expected));
});

describe('the labels of the panel', () => {
  it('are all translated', () => {
    const file = join(__dirname, '../../../l10n/bundle.l10n.pt-br.json');
    const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const missing = new Set<string>();
    const plain = plainL10n('pt-BR', table);
    const noting = {
      ...plain,
      t: (template: string, ...values: (string | number)[]) => {
        if (table[template] === undefined) missing.add(template);
        return plain.t(template, ...values);
      },
    };
    const long = sampleOf({
      body: { text: 'x'.repeat(shownLength + 1), size: 1, capped: true, truncated: true },
    });
    const bare = sampleOf({ status: 404, headers: [] });
    const fine = sampleOf({});
    const unexplained = { ...refused(), diagnosis: { ...refused().diagnosis, problem: undefined } };
    for (const sample of [expiredToken(), refused(), unexplained, long, bare, fine]) {
      toView(sample.diagnosis, sample.exchange, noting);
    }
    assert.deepEqual([...missing], []);
  });
});

function sampleOf(change: Parameters<typeof answer>[0]): Sample {
  const exchange = answer(change);
  return { exchange, diagnosis: diagnosisOf(exchange) };
}

describe('fixes and probes in the panel', () => {
  const sample = expiredToken();
  const offered: Sample = {
    ...sample,
    diagnosis: {
      ...sample.diagnosis,
      causes: [cause('token-expired', 'confirmed'), cause('clock-skew', 'possible')],
      fixes: [
        { id: 'renew', title: 'Renew it', certainty: 'sure', causes: ['token-expired', 'clock-skew'] },
        { id: 'fill', title: 'Fill it in', certainty: 'blank', causes: ['clock-skew'] },
        { id: 'other', title: 'Something else', certainty: 'probable', causes: [] },
      ],
      probes: [
        {
          id: 'time',
          title: 'Ask the time',
          request: 'GET https://a.example/',
          change: 'No token.',
          unsafe: false,
          causes: ['clock-skew'],
        },
      ],
      sinceFix: { text: 'It helped.', helped: true },
    },
  };

  it('stand under the first cause that they are about, the rest below the causes', () => {
    const { causes } = block(view(offered), 'diagnosis', 'causes');
    assert.deepEqual(
      causes.map(({ offers }) => offers.map(({ id }) => id)),
      [['fix-renew'], ['fix-fill', 'probe-time']],
    );
    const { offers } = block(view(offered), 'diagnosis', 'offers');
    assert.deepEqual(
      offers.map(({ id }) => id),
      ['fix-other'],
    );
  });

  it('many possible causes stand behind a fold, and the first of all is open', () => {
    const [cause] = offered.diagnosis.causes;
    assert.ok(cause);
    const many = Array.from({ length: 9 }, (_, each) => ({
      ...cause,
      id: `cause-${each}`,
      verdict: 'possible' as const,
    }));
    const { causes, more } = block(
      view({ ...offered, diagnosis: { ...offered.diagnosis, causes: many } }),
      'diagnosis',
      'causes',
    );
    assert.deepEqual(
      causes.map(({ open }) => open),
      [true, false, false, false],
    );
    assert.equal(more?.title, 'Possible as well (5)');
    assert.equal(more.causes.length, 5);
  });

  it('a fix with a blank is applied and not run', () => {
    const [, second] = block(view(offered), 'diagnosis', 'causes').causes;
    assert.deepEqual(
      second?.offers[0]?.buttons.map(({ message }) => message),
      [{ type: 'applyFix', id: 'fill', runAgain: false }],
    );
  });

  it('what a fix changed is said first', () => {
    const [first] = view(offered).tabs[0]?.blocks ?? [];
    assert.deepEqual(first, { kind: 'note', tone: 'good', text: 'It helped.' });
  });
});
