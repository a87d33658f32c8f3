import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Api } from '../../../src/core/catalog/catalog';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Knowledge } from '../../../src/core/diagnose/knowledge';
import type { DiagnosedCause, Verdict } from '../../../src/core/diagnose/diagnosis';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { writeReport } from '../../../src/core/report/write-report';
import { render } from '../../../src/core/text/render';
import { plainL10n } from '../../../src/core/text/language';
import { answered, bearer, failed, received, shop } from '../exchange/samples';

const nothing: Knowledge = { byCode: () => [], byMessage: () => [], byStatus: () => [], symptoms: () => [] };
const english = plainL10n();
const portuguese = plainL10n(
  'pt-BR',
  JSON.parse(readFileSync('l10n/bundle.l10n.pt-br.json', 'utf8')) as Record<string, string>,
);

const everything: Api = {
  ...shop,
  support: {
    email: 'help@shop.example',
    links: [{ title: 'Issues', url: 'https://shop.example/issues' }],
    include: [
      'request-id',
      'timestamp',
      'error-code',
      'redacted-request',
      'token-facts',
      'resource-ids',
      'logs',
      'versions',
    ],
    note: { en: 'Search first.', 'pt-BR': 'Procure antes.' },
  },
};

const exchange = answered(
  {
    status: 401,
    reason: 'Unauthorized',
    body: { error: { code: 'TOKEN_EXPIRED', message: 'No.', request_id: 'req-7' } },
  },
  {
    url: 'https://api.shop.example/api/v1/orders/ord_1001?customer_id=77',
    headers: bearer({ exp: 1, secret: 'x' }),
  },
);

const reportOf = (api: Api | undefined, reportL10n = english, given = exchange): string =>
  diagnose(given, { api, knowledge: nothing, now: received, l10n: english, reportL10n, version: '1' }).report;

describe('a report for support', () => {
  it('holds what the API asks for, and says what is still to be added', () => {
    const report = reportOf(everything);
    for (const part of [
      /\*\*Request id\*\*: req\\?-7/,
      /\*\*Code\*\*: TOKEN/,
      /curl -i -X GET/,
      /## Token\n[^]*exp/,
      /## Ids\n\n- `ord_1001`\n- `77`/,
      /## Still to add\n\n[^]*the versions in use/,
      /the logs around that time/,
      /help\\@shop/,
      /Search first/,
    ])
      assert.match(report, part);
    assert.doesNotMatch(report.slice(report.indexOf('## Still to add')), /the request id|the error code/);
    assert.doesNotMatch(report, /eyJ[\w-]+\.eyJ/);
  });

  it('gives the evidence of the causes that are left, and names those ruled out in one line', () => {
    const reading = readExchange(exchange, everything, received);
    const diagnosis = diagnose(exchange, {
      api: everything,
      knowledge: nothing,
      now: received,
      l10n: english,
    });
    const cause = (title: string, verdict: Verdict): DiagnosedCause => ({
      id: title,
      title,
      verdict,
      explanation: '',
      evidence: [`${title} is shown.`],
      fix: '',
    });
    const causes = [cause('Expiry', 'confirmed'), cause('Clocks', 'ruled-out'), cause('Quotes', 'ruled-out')];
    const report = writeReport({ ...diagnosis, causes }, reading, exchange, 'en', (each) =>
      render(each, english),
    );
    assert.match(
      report,
      /## Causes\n\n- \*\*Expiry \(confirmed\)\*\*: Expiry is shown\.\n- \*\*Ruled out \(2\)\*\*: Clocks; Quotes\n/,
    );
  });

  it('asks for what the exchange does not hold', () => {
    const bare = answered({ status: 500 }, { url: 'https://api.shop.example/api/v1/orders' });
    const report = reportOf(everything, english, bare);
    const missing = report.slice(report.indexOf('## Still to add'));
    for (const item of ['the request id', 'the error code', 'the facts of the token'])
      assert.ok(missing.includes(item), item);
  });

  it('is in the language of support, while the diagnosis is in the user’s', () => {
    const { report, nextSteps } = diagnose(exchange, {
      api: everything,
      knowledge: nothing,
      now: received,
      l10n: english,
      reportL10n: portuguese,
    });
    assert.match(report, /## Ainda falta incluir/);
    assert.match(report, /Procure antes/);
    assert.doesNotMatch(report, /Still to add|Search first|Duration/);
    assert.ok(!nextSteps.some((step) => /requisição/.test(step)));
  });

  it('stands without an API and without an answer', () => {
    const report = reportOf(undefined, english, failed({ code: 'ECONNREFUSED', phase: 'connect' }));
    assert.match(report, /ECONNREFUSED/);
    assert.doesNotMatch(report, /Still to add|## Support/);
  });
});
