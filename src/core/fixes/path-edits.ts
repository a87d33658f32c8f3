import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';
import { replaceIn } from './traced';
import { urlParts } from './url-parts';

/**
 * Edits that make the path of the request another one, where its segments were written; undefined where the file does
 * not show the path that was sent.
 */
export function pathEdits(context: RepairContext, wanted: string): readonly FixEdit[] | undefined {
  const traced = context.sentUrl();
  const { path } = urlParts(traced.text);
  const written = traced.text.slice(path.start, path.end);
  const { reading } = context;
  if (reading.url === undefined || (written || '/') !== reading.url.pathname) return undefined;
  const { start, end, text } = difference(written, wanted);
  return replaceIn(traced, { start: path.start + start, end: path.start + end }, text);
}

/** What has to be replaced in `before`, whole segments as far as they differ. */
function difference(before: string, after: string): { start: number; end: number; text: string } {
  const [old, next] = [before.split(/(?=\/)/), after.split(/(?=\/)/)];
  let first = 0;
  while (first < old.length && first < next.length && old[first] === next[first]) first++;
  let last = 0;
  while (last < old.length - first && last < next.length - first && old.at(-1 - last) === next.at(-1 - last))
    last++;
  const start = old.slice(0, first).join('').length;
  const end = before.length - old.slice(old.length - last).join('').length;
  const text = next.slice(first, next.length - last).join('');
  // The slash of a segment stays where it is, so that `{{base}}` before it is left alone.
  const slash = start < end && before[start] === '/' && text.startsWith('/') ? 1 : 0;
  return { start: start + slash, end, text: text.slice(slash) };
}
