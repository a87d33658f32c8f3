import { pitfallFiles } from '../../../scripts/compile-pitfalls';
import { compilePitfalls } from '../../../src/core/pitfalls/compile-pitfalls';
import { findPitfalls, suspected } from '../../../src/core/pitfalls/find-pitfalls';
import type { Pitfall } from '../../../src/core/pitfalls/pitfall';
import { pitfallIds } from '../../../src/core/pitfalls/pitfall-catalog';
import { applyEdits } from '../../../src/core/snippets/text-edit';
import { parse, snippets } from '../snippets/workbench';

const catalogs = { snippets, pitfalls: compilePitfalls(pitfallFiles()) };

/** What is reported of a file, as an editor that shows it would get it. */
export async function pitfallsOf(
  source: string,
  languageId: string,
  path = 'src/client',
): Promise<Pitfall[]> {
  const suspects = suspected(catalogs, { source, languageId, path }, new Set(pitfallIds));
  if (suspects.size === 0) return [];
  const document = await parse(source, languageId);
  const found = findPitfalls(catalogs, document, suspects);
  document.tree.delete();
  return found;
}

/** The file after the fixes of its pitfalls, one after the other, as somebody clicks through them. */
export async function mended(source: string, languageId: string): Promise<string> {
  let text = source;
  for (let clicks = 0; clicks < 10; clicks++) {
    const next = (await pitfallsOf(text, languageId)).find(({ edits }) => edits);
    if (!next?.edits) return text;
    text = applyEdits(text, next.edits);
  }
  throw new Error(`The fixes never come to an end:\n${text}`);
}

/** Whether a file parses. */
export async function parses(source: string, languageId: string): Promise<boolean> {
  const { tree } = await parse(source, languageId);
  const { hasError } = tree.rootNode;
  tree.delete();
  return !hasError;
}
