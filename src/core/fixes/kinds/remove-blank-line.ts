import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';

/** The blank line above header fields that went out as the body. */
export const removeBlankLine: FixKind = {
  id: 'remove-blank-line',
  repairs: ['request.strayBlankLine', 'stray-blank-line'],
  find({ request: { blank }, edit }) {
    return blank
      ? [
          {
            title: phrase('Remove the blank line above the header fields'),
            certainty: 'sure',
            edits: [edit(blank.start, blank.end, '')],
          },
        ]
      : [];
  },
};
