/** Upper bounds of the histogram's buckets, seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface DurationMetric {
  /** `path` is a route's template, so that the number of series is bounded. */
  observe(method: string, path: string, status: number, seconds: number): void;
  /** Prometheus' text format, version 0.0.4. */
  text(): string;
}

interface Series {
  readonly labels: string;
  readonly buckets: number[];
  count: number;
  sum: number;
}

/** A histogram of how long requests took, by method, path template and status. */
export function createDurationMetric(name: string): DurationMetric {
  const all = new Map<string, Series>();
  return {
    observe(method, path, status, seconds) {
      const labels = `method="${method}",path="${path}",status="${status}"`;
      const series = all.get(labels) ?? { labels, buckets: BOUNDS.map(() => 0), count: 0, sum: 0 };
      all.set(labels, series);
      BOUNDS.forEach((bound, i) => {
        if (seconds <= bound) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
      });
      series.count += 1;
      series.sum += seconds;
    },
    text() {
      const head = [`# HELP ${name} Duration of HTTP requests in seconds.`, `# TYPE ${name} histogram`];
      return [...head, ...[...all.values()].flatMap((series) => linesOf(name, series)), ''].join('\n');
    },
  };
}

function linesOf(name: string, { labels, buckets, count, sum }: Series): string[] {
  return [
    ...BOUNDS.map((bound, i) => `${name}_bucket{${labels},le="${bound}"} ${buckets[i]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${count}`,
  ];
}
