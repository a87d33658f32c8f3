import type { Shape } from '../panel-view';

/** Percent of the width that the first and last moment keep from the edges. */
const margin = 8;

/** Where each of several moments stands on an axis, in percent, earliest first. */
export interface Placed {
  readonly time: number;
  readonly x: number;
}

/**
 * Spreads moments over the axis so that each stretch between two can be seen: an hour beside a year would be a hair.
 * No stretch gets less than `least` of the width; what is above is shared by length. Equal moments share a place.
 */
export function placeMoments(times: readonly number[], least = 0.24): Placed[] {
  const moments = [...new Set(times)].sort((a, b) => a - b);
  const first = moments[0] ?? 0;
  const whole = (moments.at(-1) ?? first) - first;
  const count = moments.length - 1;
  if (count < 1 || whole <= 0) return moments.map((time) => ({ time, x: 50 }));
  const floor = Math.min(least, 1 / count);
  const shared = 1 - floor * count;
  let x = margin;
  return moments.map((time, index) => {
    const before = moments[index - 1];
    if (before !== undefined) x += (100 - 2 * margin) * (floor + (shared * (time - before)) / whole);
    return { time, x };
  });
}

/** The place of a moment that was placed. */
export const placeOf = (placed: readonly Placed[], time: number): number =>
  placed.find((each) => each.time === time)?.x ?? 50;

/** A name under a mark, which keeps within the picture at its edges. */
export function nameAt(x: number, y: number, text: string): Shape {
  const anchor = x < 15 ? 'start' : x > 85 ? 'end' : 'middle';
  const edge = { start: 0, middle: x, end: 100 }[anchor];
  return { kind: 'text', x: anchor === 'middle' ? x : edge, y, anchor, text, quiet: true };
}
