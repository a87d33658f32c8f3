import { phrase } from '../../text/phrase';
import { carrierOf, takeOut } from '../clean-credential';
import type { FixKind } from '../fix';

/** White space around and inside a credential, line breaks among it, goes; one space stays after the scheme. */
export const trimCredential: FixKind = {
  id: 'trim-credential',
  repairs: ['auth.whitespace'],
  statuses: [400, 401, 403],
  find(context) {
    const carrier = carrierOf(context, (raw) => spaces(raw).length > 0);
    const edits = carrier && takeOut(context, carrier, spaces);
    return edits
      ? [
          {
            title: phrase('Remove the white space from the credential in `{0}`', carrier.name),
            certainty: 'sure',
            edits,
          },
        ]
      : [];
  },
};

function spaces(value: string): { start: number; end: number; text?: string }[] {
  const scheme = /^\s*[A-Za-z][\w-]*(?=\s+\S)/.exec(value)?.[0].length;
  return Array.from(value.matchAll(/\s+/g)).flatMap(({ 0: space, index: start }) => {
    const end = start + space.length;
    if (start !== scheme) return [{ start, end }];
    // The first space after the scheme stays.
    if (space === ' ') return [];
    return space.startsWith(' ') ? [{ start: start + 1, end }] : [{ start, end, text: ' ' }];
  });
}
