import { phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

/** Milliseconds from which on people call an answer slow. */
const slow = 1000;

export const timingSlow: Fact = {
  name: 'timing.slow',
  about: 'The exchange took a second or more.',
  test({ exchange: { timings }, sent }) {
    if (!sent) return unknown();
    const evidence = phrase('The exchange took {0}.', span(timings.total));
    return timings.total >= slow ? holds(evidence) : fails(evidence);
  },
};

export const timingSlowWait: Fact = {
  name: 'timing.slowWait',
  about: 'The exchange was slow, and most of it was waiting for the first byte of the answer.',
  test({ exchange: { timings }, sent }) {
    if (!sent) return unknown();
    if (timings.total < slow) return fails();
    if (timings.wait === undefined) return unknown();
    const evidence = phrase(
      'Of {0}, {1} were spent waiting for the first byte.',
      span(timings.total),
      span(timings.wait),
    );
    return timings.wait >= timings.total / 2 ? holds(evidence) : fails(evidence);
  },
};
