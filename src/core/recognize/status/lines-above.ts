/** How many lines above a place are looked at, and how many characters. Texts of numbers only must not cost more. */
const mostLines = 120;
const reach = 20_000;

/** The lines above the one that begins at `lineStart`, the nearest first. */
export function* linesAbove(text: string, lineStart: number): Generator<string> {
  const above = text.slice(Math.max(0, lineStart - reach), lineStart);
  let end = above.length - 1;
  for (let lines = 0; lines < mostLines && end >= 0; lines++) {
    const start = end === 0 ? 0 : above.lastIndexOf('\n', end - 1) + 1;
    yield above.slice(start, end);
    end = start - 1;
  }
}
