import assert from 'node:assert/strict';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { plainL10n } from '../../../src/core/text/language';
import { answered, failed, received } from '../exchange/samples';

const knowledge = {
  byCode: () => [],
  byMessage: () => [],
  byStatus: () => [],
  symptoms: () => [],
};
const causesOf = (exchange: Exchange) =>
  diagnose(exchange, { api: undefined, knowledge, now: received, l10n: plainL10n() }).causes;
const written = (text: string) => ({
  uri: 'file:///a.http',
  firstLine: 0,
  lastLine: 5,
  requestLine: 0,
  text,
  unresolvedVariables: [],
});

describe('what a request file itself did', () => {
  it('a stray blank line that swallowed the credential explains a 401', () => {
    const [first] = causesOf(
      answered(
        { status: 401 },
        { body: 'Authorization: Bearer abc' },
        { written: written('GET https://a.example/x\n\nAuthorization: Bearer abc') },
      ),
    );
    assert.equal(first?.id, 'stray-blank-line');
    assert.equal(first.verdict, 'confirmed');
    assert.match(first.evidence.join(), /^Line 2 of the file is blank/);
  });

  it('and does not explain a 500', () => {
    const exchange = answered({ status: 500 }, { body: 'Authorization: Bearer abc' });
    assert.deepEqual(causesOf(exchange), []);
  });

  const quoted: [request: string, url: string, evidence: string][] = [
    ['GET "https://a.example/x"', '"https://a.example/x"', 'The URL on line 1 has quotation marks.'],
    [
      'GET {{host}}/x',
      'https://a.example"/x',
      'The value of `{{host}}` has quotation marks: the URL became `https://a.example"/x`.',
    ],
  ];
  for (const [request, url, evidence] of quoted) {
    it(`${request} became ${url}`, () => {
      const exchange = failed(
        { code: 'INVALID_URL', phase: 'prepare' },
        { url },
        { written: written(request) },
      );
      const [first] = causesOf(exchange);
      assert.equal(first?.id, 'url-quoted');
      assert.deepEqual(first.evidence, [evidence]);
    });
  }
});
