import assert from 'node:assert/strict';
import { apiPage } from '../../../src/core/explain/api-page';
import { plainL10n } from '../../../src/core/text/language';
import { indexOf, problem } from '../small-index';

const index = indexOf({
  id: 'acme',
  name: 'Acme',
  match: { hosts: ['api.acme.example'] },
  authentication: [{ scheme: 'bearer-jwt', header: 'Authorization', accessLifetime: 3600 }],
  rateLimits: { reset: 'X-Reset', plans: [{ name: 'Free', limits: [{ requests: 30, per: 'minute' }] }] },
  health: [{ title: { en: 'Is it up?', 'pt-BR': 'Está no ar?' }, request: 'GET /health' }],
  problems: [problem('quota', { codes: ['PLAN_QUOTA'], status: 429 })],
  guides: [problem('slow')],
  support: { email: 'help@acme.example', include: ['request-id'] },
});

describe('the page of an API', () => {
  const page = apiPage(index.apis[0] as (typeof index.apis)[number], index, plainL10n());
  const lines: [what: string, line: RegExp][] = [
    ['its hosts', /\*\*Hosts:\*\* `api\.acme\.example`/],
    ['its authentication', /- `Authorization`: bearer-jwt · access token lives 1 h$/m],
    ['its plans', /- Free: 30 requests per minute$/m],
    ['its health checks', /GET \/health/],
    ['its problems, linked', /- \[Title of quota\]\(\/acme\/quota\.md\) · 429 · PLAN_QUOTA$/m],
    ['its symptoms, linked', /- \[Title of slow\]\(\/acme\/slow\.md\)$/m],
    ['what support wants', /Tell support:\*\* the request id/],
  ];
  for (const [what, line] of lines) it(`says ${what}`, () => assert.match(page, line));
});
