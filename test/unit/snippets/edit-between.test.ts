import assert from 'node:assert/strict';
import { editBetween } from '../../../src/core/snippets/edit-between';
import type { SyntaxNode } from '../../../src/core/snippets/syntax';
import { longFile, longFileLanguages } from '../../bench/long-files';
import { grammarFor } from './workbench';

describe('The one change between two texts', () => {
  const cases: [before: string, after: string, start: number, oldEnd: number, newEnd: number][] = [
    ['', '', 0, 0, 0],
    ['abc', 'abc', 3, 3, 3],
    ['abc', 'aXbc', 1, 1, 2],
    ['abc', 'ac', 1, 2, 1],
    ['aaa', 'aaaa', 3, 3, 4],
    ['aaaa', 'aa', 2, 4, 2],
    ['abc', 'xyz', 0, 3, 3],
    ['', 'new', 0, 0, 3],
  ];
  for (const [before, after, start, oldEnd, newEnd] of cases)
    it(`of ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const { startIndex, oldEndIndex, newEndIndex } = editBetween(before, after);
      assert.deepEqual([startIndex, oldEndIndex, newEndIndex], [start, oldEnd, newEnd]);
      assert.equal(after, before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd));
    });

  it('is told by lines, too', () => {
    const { startPosition, oldEndPosition, newEndPosition } = editBetween('a\r\nbc\nd', 'a\r\nbX\nYY\nd');
    assert.deepEqual(startPosition, { row: 1, column: 1 });
    assert.deepEqual(oldEndPosition, { row: 1, column: 2 });
    assert.deepEqual(newEndPosition, { row: 2, column: 2 });
  });
});

/** Nodes with their places, one a line. */
function described(node: SyntaxNode, depth = 0): string {
  const { type, startIndex, endIndex, startPosition, endPosition } = node;
  const own = `${' '.repeat(depth)}${type} ${startIndex}–${endIndex} ${startPosition.row}–${endPosition.row}`;
  return [own, ...node.namedChildren.flatMap((child) => (child ? described(child, depth + 1) : []))].join(
    '\n',
  );
}

describe('An edited document has the tree that it would have if it were new', () => {
  for (const languageId of longFileLanguages)
    it(languageId, async () => {
      const grammar = await grammarFor(languageId);
      const { source } = longFile(languageId);
      const head = source.slice(0, source.indexOf('\n', 1500) + 1);
      const edits: ((text: string) => string)[] = [
        (text) => text.replaceAll('\n', '\r\n'),
        (text) => `${text}\n\n`,
        (text) => text.replace(/orders/g, 'çéders😀'),
        (text) => text.replace(/\n[^\n]*\/orders\/.*/, '$&$&'),
        (text) => text.replace(/\n[^\n]*response[^\n]*\n/, '\n'),
        (text) => text.slice(0, text.length / 2),
        (text) => text + text,
        () => head,
      ];
      let before = { source: head, tree: grammar.parse(head) };
      for (const [number, edit] of edits.entries()) {
        const edited = edit(before.source);
        assert.ok(before.tree);
        const tree = grammar.parse(edited, { source: before.source, tree: before.tree });
        const anew = grammar.parse(edited);
        assert.ok(tree && anew);
        if (!anew.rootNode.hasError)
          assert.equal(described(tree.rootNode), described(anew.rootNode), `edit ${number}`);
        anew.delete();
        before.tree.delete();
        before = { source: edited, tree };
      }
      before.tree?.delete();
    });
});
