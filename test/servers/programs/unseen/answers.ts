import type { Group } from '../../group';
import { recording } from '../recorded';

/** Answers of frameworks, gateways and platforms that do not run here, a file a round. */
export const unseenAnswers: readonly Group[] = ['answers-1', 'answers-2', 'answers-3', 'answers-4'].map(
  (round) => ({
    ...recording(`unseen/${round}`, () => ({ kilobytes: 'x'.repeat(5000) })),
    labelsFacts: false,
  }),
);
