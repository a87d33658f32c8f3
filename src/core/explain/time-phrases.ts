import { instant, phrase, type Phrase, span } from '../text/phrase';

/** What happens, or happened, at a time: how long until then, or since. Times are milliseconds since the epoch. */
export function toldFromNow(
  what: 'Try again' | 'The window starts anew' | '',
  at: number,
  now: number,
): Phrase {
  const isPast = at <= now;
  const values = [instant(at), span(at - now)] as const;
  switch (what) {
    case 'Try again':
      return isPast
        ? phrase('The wait was over at {0}, {1} ago.', ...values)
        : phrase('Try again at {0}, in {1}.', ...values);
    case 'The window starts anew':
      return isPast
        ? phrase('The window was reset at {0}, {1} ago.', ...values)
        : phrase('The window resets at {0}, in {1}.', ...values);
    case '':
      return isPast ? phrase('{0}, {1} ago.', ...values) : phrase('{0}, in {1}.', ...values);
  }
}
