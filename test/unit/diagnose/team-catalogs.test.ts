import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildCatalogIndex } from '../../../src/core/catalog/catalog-index';
import { compileCatalogs } from '../../../src/core/catalog/compile';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { allFacts } from '../../../src/core/exchange/facts/index';
import { plainL10n } from '../../../src/core/text/language';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { answered, bearer, epoch, received } from '../exchange/samples';

const schema = JSON.parse(readFileSync('catalog/catalog.schema.json', 'utf8')) as object;

/** What a team writes into `.api-troubleshooter/acme.yaml`. */
const acme = `id: acme
name: Acme API
match: { hosts: [api.acme.example], prefixes: [/api/v2], endpoints: [GET /api/v2/items, 'GET /api/v2/items/{id}'] }
envelope: { code: fault, message: text }
authentication: [{ scheme: bearer-jwt, header: Authorization }]
problems:
  - id: plan-too-small
    codes: [PLAN_TOO_SMALL]
    status: 403
    title: { en: The plan does not hold this, pt-BR: O plano não inclui isto }
    summary: { en: Only larger plans do., pt-BR: Só planos maiores incluem. }
    causes:
      - id: starter-plan
        title: { en: It is a Starter token, pt-BR: É um token Starter }
        explanation: { en: Starter has no exports., pt-BR: O Starter não tem exportações. }
        when: { all: [{ claim: { name: plan, in: [starter] } }, { path: /api/v2/items }] }
        fix: { en: Ask for the Pro plan., pt-BR: Peça o plano Pro. }
      - id: trial-over
        title: { en: The trial is over, pt-BR: O teste terminou }
        explanation: { en: It ends after 14 days., pt-BR: Termina após 14 dias. }
        when: { unless: { claim: { name: plan, in: [starter, pro] } } }
        fix: { en: Choose a plan., pt-BR: Escolha um plano. }
        test: { en: 'Look at the billing page.', pt-BR: 'Veja a página de cobrança.' }
      - use: token-expired
        when: { all: [jwt.expired, { claim: { name: plan, in: [pro] } }] }
    steps:
      - { en: Call sales., pt-BR: Ligue para vendas., when: { claim: { name: plan, in: [starter] } } }
    source: Acme guide
guides:
  - id: empty-shelf
    title: { en: The shelf is empty, pt-BR: A prateleira está vazia }
    summary: { en: Nothing is listed at night., pt-BR: Nada é listado à noite. }
    when: { all: [answer.emptyList, { path: /api/v2/items }] }
    source: Acme guide
`;

const shipped = compileCatalogs(validateCatalogs(shippedCatalogs(), given).catalogs);
const { catalogs, issues } = validateCatalogs([...shippedCatalogs(), { file: 'acme.yaml', text: acme }], {
  schema,
  facts: allFacts,
});
const own = compileCatalogs(
  catalogs.filter(({ id }) => id === 'acme'),
  shipped.index.sharedCauses,
);
const index = buildCatalogIndex(
  [shipped, own].map(({ index: compiled, records }) => ({
    index: compiled,
    read: (number: number) => records[number] as string,
  })),
);
const run = (exchange: Exchange) =>
  diagnose(exchange, {
    api: index.apis.find(({ id }) => id === 'acme'),
    knowledge: indexKnowledge(index),
    now: received,
    l10n: plainL10n(),
  });
const refused = (claims: object, path = '/api/v2/items') =>
  run(
    answered(
      { status: 403, body: { fault: 'PLAN_TOO_SMALL', text: 'No exports here' } },
      { url: `https://api.acme.example${path}`, headers: bearer(claims) },
    ),
  );
const verdicts = (claims: object) =>
  Object.fromEntries(refused(claims).causes.map(({ id, verdict }) => [id, verdict]));

describe("a team's own catalog takes part with no code", () => {
  it('is valid', () => assert.deepEqual(issues, []));

  it('confirms a cause of its own, with the proof, and its fix comes first', () => {
    const { problem, causes, nextSteps } = refused({ plan: 'starter', exp: epoch(60) });
    assert.equal(problem?.id, 'plan-too-small');
    assert.deepEqual([causes[0]?.id, causes[0]?.verdict], ['starter-plan', 'confirmed']);
    assert.match(causes[0]?.evidence.join('\n') ?? '', /`plan` is `starter`/);
    assert.equal(nextSteps[0], 'Ask for the Pro plan.');
    assert.ok(nextSteps.includes('Call sales.'));
  });

  it('rules its causes out, or leaves them possible with the test that it names', () => {
    assert.equal(verdicts({ plan: 'pro', exp: epoch(60) })['starter-plan'], 'ruled-out');
    assert.equal(verdicts({ plan: 'pro', exp: epoch(60) })['trial-over'], 'ruled-out');
    assert.equal(verdicts({ plan: 'trial', exp: epoch(60) })['trial-over'], 'possible');
    const { causes, nextSteps } = refused({ plan: 'trial', exp: epoch(60) });
    assert.equal(causes.find(({ id }) => id === 'trial-over')?.test, 'Look at the billing page.');
    assert.ok(nextSteps.includes('Look at the billing page.'));
    assert.ok(!nextSteps.includes('Call sales.'));
  });

  it('gives a shared cause a condition of its own', () => {
    assert.equal(verdicts({ plan: 'pro', exp: epoch(-60) })['token-expired'], 'confirmed');
    assert.equal(verdicts({ plan: 'starter', exp: epoch(-60) })['token-expired'], 'ruled-out');
  });

  it('finds its symptoms and its endpoints', () => {
    const at = (path: string, status: number, body: unknown) =>
      run(answered({ status, body }, { url: `https://api.acme.example${path}`, headers: bearer({}) }));
    assert.equal(at('/api/v2/items', 200, []).problem?.id, 'empty-shelf');
    const typo = at('/api/v2/item', 404, {}).causes[0];
    assert.deepEqual([typo?.id, typo?.verdict], ['path-typo', 'confirmed']);
    const prefix = at('/v2/items/7', 404, {}).causes[0];
    assert.deepEqual([prefix?.id, prefix?.verdict], ['prefix-missing', 'confirmed']);
  });
});
