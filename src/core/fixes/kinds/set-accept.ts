import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';

/** Accept for what the API answers with: what the answer came in, or JSON. */
export const setAccept: FixKind = {
  id: 'set-accept',
  repairs: ['request.acceptWrong', 'answer.htmlInsteadOfJson'],
  statuses: [406],
  find({ reading, field, edit, addField, holds }) {
    const source = field('Accept');
    const refused = reading.answer?.status === 406;
    const type = 'application/json';
    if (source === undefined) {
      // A page for people, where a program did not say that it wants data.
      return holds('answer.htmlInsteadOfJson') && (reading.answer?.status ?? 0) < 500
        ? [
            {
              title: phrase('Add `Accept: {0}`', type),
              certainty: 'probable',
              edits: [addField('Accept', type)],
            },
          ]
        : [];
    }
    if (!holds('request.acceptWrong') || reading.requestFields.get('accept')?.trim() === type) return [];
    return [
      {
        title: phrase('Change `Accept` to `{0}`', type),
        certainty: refused ? 'sure' : 'probable',
        edits: [edit(source.value.start, source.value.end, type)],
      },
    ];
  },
};
