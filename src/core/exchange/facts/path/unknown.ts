import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const pathUnknown: Fact = {
  name: 'path.unknown',
  about:
    'The path is not an endpoint of the API. Proved only by a near miss: a catalog may not list every endpoint.',
  test({ path, api, answer }) {
    if (!path.endpointsKnown) return unknown();
    const name = api?.name ?? '';
    if (path.matches.length > 0)
      return fails(phrase('`{0}` is an endpoint of {1}.', path.matches[0]?.path ?? '', name));
    if (answer && answer.status < 400) return fails();
    const meant = path.nearMiss ?? path.withPrefix;
    return meant === undefined
      ? unknown(phrase('`{0}` is not among the endpoints of {1} that are known here.', path.path, name))
      : holds(phrase('`{0}` is not an endpoint of {1}; `{2}` is.', path.path, name, meant));
  },
};
