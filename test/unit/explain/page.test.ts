import assert from 'node:assert/strict';
import type { CatalogFile } from '../../../src/core/catalog/format';
import { problemPage } from '../../../src/core/explain/page';
import { plainL10n } from '../../../src/core/text/language';
import { indexOf, problem } from '../small-index';

const both = (text: string) => ({ en: text, 'pt-BR': text });

function pageOf(api: Partial<CatalogFile>): string {
  const index = indexOf({ id: 'acme', name: 'Acme', ...api });
  return problemPage(index.problem(0), index.apiOf(0), index, plainL10n());
}

describe('the page of a problem', () => {
  it('shows a check as a request with its fields and body', () => {
    const check = {
      title: both('Try'),
      request: 'POST /things',
      headers: { 'Content-Type': 'application/json' },
      body: { a: 1 },
    };
    const page = pageOf({ problems: [problem('p', { checks: [{ ...check, unsafe: true }] })] });
    assert.ok(page.includes('POST /things\nContent-Type: application/json\n\n{\n  "a": 1\n}\n'));
    assert.ok(page.includes('Try (changes data)'));
  });

  it('ends with whom to ask, and what to mind', () => {
    const support = {
      links: [{ title: 'Status', url: 'https://status.acme.test' }],
      note: both('No tokens.'),
    };
    const page = pageOf({ support, problems: [problem('p')] });
    assert.match(page, /## Support\n\n\[Status\]\(https:\/\/status\.acme\.test\)\n\nNo tokens\.\n/);
  });

  it('has no heading for support where there is none to name', () => {
    assert.ok(!pageOf({ support: { language: 'en' }, problems: [problem('p')] }).includes('## Support'));
  });
});
