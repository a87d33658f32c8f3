/** One line of the bench's table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 'MB' | 'MB/s' | '%' | '';
  /** The design's limit, where it has one. */
  readonly limit?: number;
  /** The limit is a minimum instead of a maximum. */
  readonly atLeast?: boolean;
  readonly note?: string;
}

export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, limit, atLeast, note }) => [
    name,
    `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
    limit === undefined ? '' : `${atLeast ? '≥' : '≤'} ${limit} ${unit}`,
    limit === undefined ? '' : isKept({ value, limit, atLeast }) ? 'kept' : 'BROKEN',
    note ?? '',
  ]);
  const table = [['what', 'measured', 'limit', '', 'note'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const isKept = ({
  value,
  limit,
  atLeast,
}: {
  value: number;
  limit?: number;
  atLeast?: boolean;
}): boolean => limit === undefined || (atLeast ? value >= limit : value <= limit);

/** Calls `run` and answers how long each call took, in ms, sorted. */
export function sampled(times: number, run: (time: number) => void): number[] {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    run(time);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
