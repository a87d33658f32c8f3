import { acceptedSchemes } from '../../exchange/facts/auth/scheme';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';

/** `Authorization: eyJ…` becomes `Authorization: Bearer eyJ…`. */
export const addScheme: FixKind = {
  id: 'add-scheme',
  repairs: ['auth.schemeMissing'],
  statuses: [400, 401, 403],
  find({ reading, sentField, field }) {
    const traced = sentField('Authorization');
    const source = field('Authorization');
    if (!traced || !source) return [];
    const [scheme = 'Bearer', ...others] = acceptedSchemes(reading) ?? [];
    if (scheme === 'Basic' || scheme === 'Digest') return [];
    const edits = replaceIn(traced, { start: 0, end: 0 }, `${scheme} `);
    if (!edits) return [];
    const certainty = others.length === 0 ? 'sure' : 'probable';
    return [{ title: phrase('Add the scheme: `Authorization: {0} …`', scheme), certainty, edits }];
  },
};
