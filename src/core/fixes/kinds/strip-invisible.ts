import { invisibleCharacters } from '../../exchange/facts/auth/invisible';
import { phrase } from '../../text/phrase';
import { carrierOf, takeOut } from '../clean-credential';
import type { FixKind } from '../fix';

/** Zero-width and control characters that came along when a credential was copied. */
export const stripInvisible: FixKind = {
  id: 'strip-invisible',
  repairs: ['auth.invisible'],
  statuses: [400, 401, 403],
  find(context) {
    const carrier = carrierOf(context, (raw) => places(raw).length > 0);
    const edits = carrier && takeOut(context, carrier, places);
    return edits
      ? [
          {
            title: phrase('Remove the invisible characters from `{0}`', carrier.name),
            certainty: 'sure',
            edits,
          },
        ]
      : [];
  },
};

/** A no-break space that separates scheme and token becomes a space. */
const places = (value: string): { start: number; end: number; text: string }[] =>
  Array.from(value.matchAll(new RegExp(invisibleCharacters, 'g'))).map(({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
    text: found === '\u00A0' && /^[A-Za-z]+$/.test(value.slice(0, start)) ? ' ' : '',
  }));
