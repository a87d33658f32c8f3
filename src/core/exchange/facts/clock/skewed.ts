import { instant, phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

/** Milliseconds; less is delay on the way and rounding to whole seconds. */
const tolerance = 60_000;

export const clockSkewed: Fact = {
  name: 'clock.skewed',
  about: "The local clock and the answer's Date differ by more than a minute.",
  test({ clock }) {
    if (!clock) return unknown();
    const { at, ahead } = clock;
    if (Math.abs(ahead) <= tolerance) return fails(phrase("The server's clock and the local one agree."));
    return holds(
      ahead > 0
        ? phrase("The server's clock says {0}, {1} ahead of the local one.", instant(at), span(ahead))
        : phrase("The server's clock says {0}, {1} behind the local one.", instant(at), span(ahead)),
    );
  },
};
