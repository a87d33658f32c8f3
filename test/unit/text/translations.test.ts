import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Every template that the code passes to `t(…)` or `phrase(…)`. */
function templatesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : ts.isIdentifier(node.expression)
          ? node.expression.text
          : '';
      const [first] = node.arguments;
      if ((name === 't' || name === 'phrase') && first) found.push(...literalsOf(first));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A literal, or both of `a ? 'x' : 'y'`. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file));
const used = new Set(sources.flatMap(templatesIn));
const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.pt-br.json', 'utf8')) as Record<string, string>;
const holes = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe('the Brazilian Portuguese bundle', () => {
  it('translates every text of the code', () => {
    assert.deepEqual(
      [...used].filter((template) => !(template in bundle)),
      [],
    );
  });

  it('holds nothing that the code does not use', () => {
    assert.deepEqual(
      Object.keys(bundle).filter((template) => !used.has(template)),
      [],
    );
  });

  it('keeps the placeholders of each text', () => {
    const broken = Object.entries(bundle).filter(
      ([template, translation]) => String(holes(template)) !== String(holes(translation)),
    );
    assert.deepEqual(broken, []);
  });
});
