import assert from 'node:assert/strict';
import type { Exchange } from '../../../../src/core/exchange/exchange';
import { allFacts } from '../../../../src/core/exchange/facts/index';
import type { Reading } from '../../../../src/core/exchange/reading';
import { readExchange } from '../../../../src/core/exchange/read-exchange';
import { pages } from '../fact-table';
import { answered, received, shop } from '../samples';

/** Milliseconds that a fact may take, with whatever it reads. */
const limit = 50;

const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

/** Bodies that a careless reader goes over more than once, by what they try. */
const units: Readonly<Record<string, string>> = {
  'tags that nobody closes': '<p><h1><pre>',
  'scripts that nobody closes': '<script><style>',
  'closing tags': '</script ></p >',
  'angle brackets': '<',
  'lines that might be JSON': '\n{',
  'lines that are JSON': '{"a":1}\n',
  brackets: '[',
  'objects in objects': '{"error":{"details":[',
  'numbers for entities': '&#1234567',
  'white space': ' \r\n',
  'one word': 'a',
  'words before the colon': 'must be, body/a ',
  'quotes and backslashes': '"\\',
  'XML elements': '<Code><Message>',
  'field errors': '{"errors":[{"field":"a","message":"b"},',
  durations: 'in 1 in 2 ',
  commas: ',;=',
};
const types = ['application/json', 'text/html', 'text/plain', 'application/xml'];
const sizes = [3_000, 1_000_000, 10_000_000];

function* exchanges(): Generator<readonly [what: string, exchange: Exchange]> {
  for (const [what, unit] of Object.entries(units))
    for (const type of types)
      for (const size of sizes) {
        // The largest ones need no more than one type.
        if (size === 10_000_000 && type !== types[Object.keys(units).indexOf(what) % types.length]) continue;
        for (const status of [200, 429]) {
          const body = `${type === 'text/html' ? '<html>' : ''}${fill(unit, size)}`;
          const headers = {
            'Content-Type': type,
            'X-RateLimit-Reset': fill('1', 5000),
            Allow: fill(',', 5000),
          };
          yield [
            `${what} as ${type}, ${size} bytes, ${status}`,
            answered({ status, headers, body }, { method: 'POST', headers: { 'Content-Type': type }, body }),
          ];
        }
      }
}

/** Every part of a reading, by its name. */
const parts = [
  'requestBody', 'answerBody', 'words', 'errorInSuccess', 'challenges', 'credentials', 'jwt', 'clock', 'rateLimit', 'path',
] as const satisfies readonly (keyof Reading)[]; // prettier-ignore

describe('facts and readings', () => {
  it(`take less than ${limit} ms each, whatever comes`, function () {
    this.timeout(60_000);
    const slow: string[] = [];
    for (const [what, exchange] of exchanges()) {
      const timed = (name: string, run: (reading: Reading) => unknown): void => {
        // A suspect is measured again: the machine may have been busy.
        let best = Infinity;
        for (let time = 0; time < 3 && best > limit; time++) {
          const reading = readExchange(exchange, shop, received, pages);
          const start = performance.now();
          run(reading);
          best = Math.min(best, performance.now() - start);
        }
        if (best > limit) slow.push(`${name}: ${Math.round(best)} ms with ${what}`);
      };
      for (const part of parts) timed(part, (reading) => reading[part]);
      // The facts share what one exchange was read to; what that costs was measured above.
      const reading = readExchange(exchange, shop, received, pages);
      for (const part of parts) void reading[part];
      for (const fact of allFacts) {
        if (fact.checkParameter) continue;
        let best = Infinity;
        for (let time = 0; time < 3 && best > limit; time++) {
          const start = performance.now();
          fact.test(reading, undefined as never);
          best = Math.min(best, performance.now() - start);
        }
        if (best > limit) slow.push(`${fact.name}: ${Math.round(best)} ms with ${what}`);
      }
    }
    assert.deepEqual(slow, []);
  });
});
