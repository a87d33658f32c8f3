import assert from 'node:assert/strict';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { toDiagnosedFixes } from '../../../src/core/fixes/describe';
import { findFixes } from '../../../src/core/fixes/find-fixes';
import { toDiagnosedProbes } from '../../../src/core/probes/describe';
import { suggestProbes } from '../../../src/core/probes/suggest-probes';
import { redactorFor } from '../../../src/core/redact/redactor';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';
import { makeWorkspace } from '../http/workspace';

const secret = 's3cr3tValue9876543210';

describe('what is shown of fixes and probes holds no secret', () => {
  const texts: readonly string[] = [
    `GET https://a.example/v2/widget?api_key=${secret}\nAuthorization: "${secret}"\n`,
    `GET https://user:${secret}@a.example//x\nAuthorization: bearer ${secret}\n`,
    `POST https://a.example/x\nX-Api-Key: "${secret}"\n\n{'password': '${secret}',}\n`,
    `@token = ${secret}\n\n###\nGET https://a.example/x\nAuthorization: Bearer {{tokn}}\n`,
    `GET https://localhost:4/x?token=${secret}\nCookie: session=${secret}\nAuthorization: Basic ${secret}\n`,
    `### a\nGET https://a.example/a\nAuthorization: Bearer ${secret}\n\n### b\nGET https://a.example/b\n`,
  ];
  for (const text of texts)
    for (const status of [401, 403, 404, 400, 0])
      it(`${status}: ${text.split('\n')[0]?.replaceAll(secret, '…')}`, async () => {
        const workspace = await makeWorkspace();
        try {
          const exchange = await workspace.run(text, {
            transport: ({ body, ...request }) =>
              Promise.resolve({
                request: {
                  ...request,
                  ...(body ? { body: { text: new TextDecoder().decode(body), size: 1 } } : {}),
                },
                redirects: [],
                outcome:
                  status === 0
                    ? { kind: 'failure', code: 'ECONNREFUSED', message: '', phase: 'connect', chain: [] }
                    : {
                        kind: 'response',
                        status,
                        reason: '',
                        httpVersion: '1.1',
                        headers: [],
                        body: { text: '', size: 0 },
                        url: request.url,
                        receivedAt: 0,
                      },
                startedAt: 0,
                timings: { total: 1 },
              }),
          });
          const reading = readExchange(exchange, undefined, 0);
          const redact = redactorFor(exchange, undefined);
          const say = (phrase: Parameters<typeof render>[0]): string => render(phrase, plainL10n(), redact);
          const fixes = toDiagnosedFixes(findFixes(reading, { causes: [] }, { text, environments: [] }), say);
          const probes = suggestProbes({ reading, problem: undefined }, { causes: [] });
          const shown = JSON.stringify([fixes, toDiagnosedProbes(probes, say, redact, 'en')]);
          assert.ok(!shown.includes(secret), shown);
        } finally {
          await workspace.remove();
        }
      });
});
