import assert from 'node:assert/strict';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { PatternTable } from '../../../src/core/recognize/pattern-table';
import { indexOf, problem } from '../small-index';

function tableOf(...texts: readonly string[]): PatternTable {
  const table = new PatternTable();
  texts.forEach((text, owner) => table.add(text.includes(' ') ? 'message' : 'code', text, owner));
  return table;
}

const met = (table: PatternTable, text: string): string[] =>
  table.candidatesIn(text).map((candidate) => candidate.text);

describe('PatternTable', () => {
  it('stores a text once, with all of its owners', () => {
    const table = new PatternTable();
    table.add('code', 'LOCKED', 3);
    table.add('code', 'LOCKED', 3);
    table.add('code', 'LOCKED', 7);
    table.add('host', 'LOCKED', 9);
    const owners = table.candidatesIn('a LOCKED b').map(({ kind, owners: refs }) => [kind, refs]);
    assert.deepEqual(owners.sort(), [
      ['code', [3, 7]],
      ['host', [9]],
    ]);
  });

  it('tells texts apart that share their first words', () => {
    const table = tableOf('the order is locked', 'the order is lost', 'the order', 'the token');
    assert.deepEqual(met(table, 'so the order is lost today'), ['the order', 'the order is lost']);
    assert.deepEqual(met(table, 'the token'), ['the token']);
    assert.deepEqual(met(table, 'the orders'), []);
  });

  it('finds a template by its longest literal, wherever that stands', () => {
    const table = tableOf('{n} of the orders could not be written', 'took {n}ms to answer the client');
    assert.deepEqual(met(table, '7 of the orders could not be written'), [
      '{n} of the orders could not be written',
    ]);
    assert.deepEqual(met(table, 'took 30ms to answer the client'), ['took {n}ms to answer the client']);
  });

  it('finds each of very many texts again', () => {
    const codes = Array.from({ length: 20_000 }, (_, number) => `CODE_${number}`);
    const table = tableOf(...codes);
    for (const code of codes) assert.deepEqual(met(table, `- ${code} -`), [code]);
  });
});

describe('a message that two catalogs spell differently', () => {
  const index = indexOf(
    { id: 'a', name: 'A', problems: [problem('lost', { messages: ['The order was lost'] })] },
    { id: 'b', name: 'B', problems: [problem('gone', { messages: ['the order was lost'] })] },
  );

  it('is one mention, with the problems of both', () => {
    const mentions = mentionsIn('{"message":"The order was lost"}', index, 'json');
    assert.deepEqual(
      mentions.map(({ kind, start, end, problems }) => ({
        kind,
        start,
        end,
        problems: [...problems].sort(),
      })),
      [{ kind: 'message', start: 12, end: 30, problems: [0, 1] }],
    );
  });
});
