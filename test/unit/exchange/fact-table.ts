import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Api } from '../../../src/core/catalog/catalog';
import type { GatewayPage } from '../../../src/core/catalog/format';
import type { Exchange } from '../../../src/core/exchange/exchange';
import type { Finding, Truth } from '../../../src/core/exchange/fact';
import { factNamed } from '../../../src/core/exchange/facts/index';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';
import { received } from './samples';

/** Those of the gateways that ship. */
export const { pages } = parse(readFileSync('catalog/standards/gateways.yaml', 'utf8')) as {
  pages: GatewayPage[];
};

export interface FactCase {
  /** What the case shows. */
  it: string;
  exchange: Exchange;
  api?: Api;
  parameter?: unknown;
  holds: Truth;
  /** What the evidence says, in English. */
  evidence?: string | RegExp;
}

/** Judges an exchange by one fact, as a catalog's `when` would. */
export function judge(name: string, exchange: Exchange, api?: Api, parameter?: unknown): Finding {
  const fact = factNamed(name);
  assert.ok(fact, `no fact is named ${name}`);
  assert.equal(fact.checkParameter?.(parameter), undefined, `the parameter of ${name} is refused`);
  return fact.test(readExchange(exchange, api, received + 500, pages), parameter as never);
}

export const inEnglish = ({ evidence }: Finding): string => (evidence ? render(evidence, plainL10n()) : '');

/** One `describe` for each fact, one `it` for each case. */
export function describeFacts(facts: Readonly<Record<string, readonly FactCase[]>>): void {
  for (const [name, cases] of Object.entries(facts)) {
    describe(name, () => {
      for (const each of cases) {
        const verdict = each.holds === 'unknown' ? 'is unknown' : each.holds ? 'holds' : 'fails';
        it(`${verdict}: ${each.it}`, () => {
          const finding = judge(name, each.exchange, each.api, each.parameter);
          const said = inEnglish(finding);
          assert.equal(finding.holds, each.holds, said);
          if (typeof each.evidence === 'string') assert.equal(said, each.evidence);
          else if (each.evidence) assert.match(said, each.evidence);
        });
      }
    });
  }
}
