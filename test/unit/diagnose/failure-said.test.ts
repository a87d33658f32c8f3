import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../../src/core/text/language';
import { phrase } from '../../../src/core/text/phrase';
import { shippedIndex } from '../../servers/shipped-knowledge';
import { ownFailure } from '../../../src/http/transport/failure';
import { failed, received } from '../exchange/samples';

const table = JSON.parse(readFileSync('l10n/bundle.l10n.pt-br.json', 'utf8')) as Record<string, string>;
const missing = ownFailure(
  'BODY_FILE_MISSING',
  phrase('The file `{0}` does not exist.', 'body.json'),
  'prepare',
);

/** What a diagnosis says of a failure, in a language. */
function said(failure: typeof missing, language: 'en' | 'pt-BR'): string {
  const { outcome } = diagnose(failed(failure), {
    api: undefined,
    knowledge: indexKnowledge(shippedIndex()),
    now: received,
    l10n: plainL10n(language, language === 'en' ? {} : table),
  });
  return outcome.kind === 'failure' ? outcome.message : '';
}

describe('a failure that the product found itself', () => {
  it('is said in English', () => assert.equal(said(missing, 'en'), 'The file `body.json` does not exist.'));
  it('is said in the language of the user', () =>
    assert.equal(said(missing, 'pt-BR'), 'O arquivo `body.json` não existe.'));
  it('is said without the secrets in it', () => {
    const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw';
    const refused = ownFailure(
      'INVALID_URL',
      phrase('`{0}` is not a URL that a request can be sent to.', secret),
    );
    assert.ok(!said(refused, 'en').includes(secret));
  });
});

describe('a failure of the system', () => {
  it('is said as the system says it', () => {
    const failure = { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:1', chain: [] };
    assert.equal(said(failure, 'pt-BR'), 'connect ECONNREFUSED 127.0.0.1:1');
  });
});
