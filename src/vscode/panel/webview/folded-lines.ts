import { h } from './element';

/** Folds are elements: after these many, deeper parts of a long text stay as plain lines. */
const mostFolds = 400;
/** What takes fewer lines needs no folding. */
const leastLines = 3;

/**
 * A text whose lines are indented by what they belong to, as nested parts that open and close. Joined again, the parts
 * are the text. Folding goes by indentation alone, so it serves JSON, XML and whatever else is laid out.
 */
export function foldedLines(text: string): Node[] {
  const lines = text.split('\n');
  const ends = regionEnds(lines);
  let folds = 0;

  function part(from: number, to: number): Node[] {
    const nodes: Node[] = [];
    let plain: string[] = [];
    const flush = (): void => {
      if (plain.length > 0) nodes.push(document.createTextNode(plain.map((line) => `${line}\n`).join('')));
      plain = [];
    };
    for (let line = from; line < to; line++) {
      const end = ends[line] ?? line;
      // The whole text as one fold would only hide everything.
      const isWorth = end - line >= leastLines && !(line === 0 && end >= lines.length - 2);
      if (!isWorth || folds >= mostFolds) {
        plain.push(lines[line] ?? '');
        continue;
      }
      flush();
      folds += 1;
      nodes.push(
        h(
          'details',
          { class: 'region', open: true },
          h('summary', {}, lines[line] ?? ''),
          ...part(line + 1, end + 1),
        ),
      );
      line = end;
    }
    flush();
    return nodes;
  }
  return part(0, lines.length);
}

/** For each line the last line that is indented deeper than it, without a gap between; itself where none is. */
function regionEnds(lines: readonly string[]): number[] {
  const ends: number[] = [];
  const open: { line: number; depth: number }[] = [];
  const depths = lines.map((line) => (line.trim() === '' ? Number.MAX_SAFE_INTEGER : line.search(/\S/)));
  depths.forEach((depth, line) => {
    ends[line] = line;
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      ends[last.line] = line - 1;
      open.pop();
    }
    open.push({ line, depth });
  });
  for (const { line } of open) ends[line] = lines.length - 1;
  return ends;
}
