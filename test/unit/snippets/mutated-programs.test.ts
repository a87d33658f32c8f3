import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { findCall } from '../../../src/core/snippets/find-calls';
import { snippetKinds } from '../../../src/core/snippets/snippet-catalog';
import { programs } from '../../vscode/programs-table';
import { apply, parse, snippets } from './workbench';

/** Places that a call (`_`) can be moved to where it stands, in each of the languages. */
const scripts = ['_', '(_)', '(/* odd */ _)', '[_][0]', '(0, _)', '({ a: _ }).a', 'f(_ /* odd */, 1)'];
const places: Record<string, string[]> = {
  typescript: scripts,
  typescriptreact: scripts,
  javascript: scripts,
  javascriptreact: scripts,
  python: ['_', '(_)', '[_][0]', '{"a": _}["a"]', '(_ if odd else None)', 'f(1, _)', '(  # odd\n_)'],
  go: ['_', '(_)', '(/* odd */ _)', 'f(_)', 'f(1, _)', '[]any{_}[0]', 'func() any { return _ }()'],
  java: ['_', '(_)', '(/* odd */ _)', 'f(_)', '(odd ? _ : null)', 'new Object[] {_}[0]', 'f(() -> _)'],
  csharp: ['_', '(_)', '(/* odd */ _)', 'f(_)', '(odd ? _ : null)', 'new[] { _ }[0]', 'f(() => _)'],
  ruby: ['_', '(_)', '[_].first', '(odd ? _ : nil)', 'f(1, _)', '{ a: _ }[:a]', '(_ || nil)'],
  php: ['_', '(_)', '(/* odd */ _)', '[_][0]', '($odd ? _ : null)', 'f(1, _)', '(fn () => _)()'],
  rust: ['_', '(_)', '(/* odd */ _)', '{ _ }', '(_, 1).0', 'f(1, _)', '[_][0]'],
  shellscript: ['_', '{ _; }', '( _ )', '! _', 'if _; then :; fi', '{ : && _; }', '{ _ || :; }'],
};

/** What the file begins with; a comment comes behind a first line that must stay the first. */
const comments: Record<string, string> = { python: '#', ruby: '#', shellscript: '#' };
const heads: ((text: string, comment: string) => string)[] = [
  (text) => text,
  (text, comment) =>
    text.replace(/^(?:<\?php\n|#!.*\n)?/, `$&${comment} Licence: none.\n${comment} At all.\n\n`),
  (text) => text.replace(/^(?:<\?php\n|#!.*\n)?/, '$&\n\n'),
  (text, comment) => text.replace(/^(?:<\?php\n|#!.*\n)?/, `$&${comment} Beside.\n`),
];
const ends: ((text: string, comment: string) => string)[] = [
  (text) => text,
  (text) => text.trimEnd(),
  (text, comment) => `${text}\n${comment} The end.\n`,
];
const spellings: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/^(?: {2,4}|\t)+/gm, (indent) => indent.replaceAll(/ {4}| {2}/g, '\t')),
];

/** At least so many programs of each language. */
const enough = 200;

describe('Applied to realistic programs, mutated', function () {
  this.timeout(120_000);

  for (const languageId of Object.keys(places)) {
    it(`${languageId}: more than ${enough} programs; all but the call stands there as before, and it parses`, async () => {
      let applied = 0;
      for (const [source, where] of await mutated(languageId)) {
        let done = false;
        for (const kind of snippetKinds) {
          const after = await apply(kind, source, languageId);
          assert.ok(after, `${kind} is not offered, ${where}\n${source}`);
          if (after.startsWith('disabled')) continue;
          const { tree } = await parse(after, languageId);
          assert.ok(!tree.rootNode.hasError, `${kind}, ${where}\n${source}\nbecame\n${after}`);
          tree.delete();
          if (source.includes('\r\n')) assert.ok(!/[^\r]\n/.test(after), `mixed line ends, ${where}`);
          await assertKept(source, after, languageId, where);
          done = true;
        }
        if (done) applied++;
      }
      assert.ok(applied >= enough, `${applied} programs`);
    });
  }
});

/** Programs of a language with the cursor in the call; each file gives its share of all combinations. */
async function mutated(languageId: string): Promise<[source: string, where: string][]> {
  const files = programs.filter(([, id]) => id === languageId);
  const comment = comments[languageId] ?? '//';
  const made: [string, string][] = [];
  for (const [index, [file, , inCall]] of files.entries()) {
    const text = readFileSync(join(__dirname, '../../vscode/programs', file), 'utf8');
    const at = text.indexOf(inCall) + 1;
    const document = await parse(text, languageId);
    const site = findCall(snippets, document, at);
    assert.ok(site, `no call in ${file}`);
    // Rust's `.await` stands behind the call and belongs to it.
    const { startIndex, endIndex } = languageId === 'rust' ? (site.call.parent ?? site.call) : site.call;
    const call = `${text.slice(startIndex, at)}‸${text.slice(at, endIndex)}`;
    let number = 0;
    for (const place of places[languageId] ?? [])
      for (const head of heads)
        for (const end of ends)
          for (const spell of spellings) {
            if (number++ % files.length !== index) continue;
            const moved = text.slice(0, startIndex) + place.replace('_', () => call) + text.slice(endIndex);
            const source = spell(end(head(moved, comment), comment));
            const { tree } = await parse(source.replace('‸', ''), languageId);
            const where = `${file}, ${place}, number ${number}`;
            assert.ok(!tree.rootNode.hasError, `does not parse by itself, ${where}\n${source}`);
            tree.delete();
            made.push([source, where]);
          }
  }
  return made;
}

/** Every line of the file is in the result, in order, but those of the call and of the token that a helper sends instead. */
async function assertKept(source: string, after: string, languageId: string, where: string): Promise<void> {
  const before = source.replace('‸', '');
  const document = await parse(before, languageId);
  const site = findCall(snippets, document, source.indexOf('‸'));
  const changed = new Set(
    [site?.call, ...(site?.credentials ?? [])].flatMap((node) => {
      if (!node) return [];
      const { startPosition, endPosition } = node;
      return Array.from(
        { length: endPosition.row - startPosition.row + 1 },
        (_, row) => startPosition.row + row,
      );
    }),
  );
  document.tree.delete();
  const lines = after.split(/\r?\n/);
  let at = 0;
  for (const [row, line] of before.split(/\r?\n/).entries()) {
    if (changed.has(row)) continue;
    const found = lines.indexOf(line, at);
    assert.ok(found >= 0, `line ${row} is gone, ${where}\n${source}\nbecame\n${after}`);
    at = found + 1;
  }
}
