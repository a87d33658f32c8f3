import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { environmentIn, isThisMachine } from '../../readings/environment';

/** Environments that run on the developer's own machine, as often as not. */
const atHome: readonly string[] = ['local', 'development', 'test', 'sandbox'];

export const requestEnvironmentMismatch: Fact = {
  name: 'request.environmentMismatch',
  about:
    'The chosen environment is named after one stage (such as staging), and the host belongs to another.',
  test({ exchange: { written }, url }) {
    const chosen = written?.environment;
    if (chosen === undefined || !url) return fails();
    const named = environmentIn(chosen);
    if (named === undefined) return fails();
    const evidence = phrase('The chosen environment is `{0}`, the request goes to `{1}`.', chosen, url.host);
    if (isThisMachine(url.hostname)) return atHome.includes(named) ? fails(evidence) : holds(evidence);
    const host = environmentIn(url.hostname);
    if (host !== undefined) return host === named ? fails(evidence) : holds(evidence);
    // Production's host is often the one without a word for it.
    const others = (written?.environments ?? []).filter((each) => each !== chosen);
    return unknown(
      others.length === 0
        ? evidence
        : phrase(
            'The chosen environment is `{0}`, the request goes to `{1}`; there is also {2}.',
            chosen,
            url.host,
            list(others.slice(0, 5)),
          ),
    );
  },
};
