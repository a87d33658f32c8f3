import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const pathNearMiss: Fact = {
  name: 'path.nearMiss',
  about: 'The path is one slip away from a known endpoint, or singular for plural.',
  test({ path, api }) {
    if (!path.endpointsKnown) return unknown();
    if (path.matches.length > 0)
      return fails(phrase('`{0}` is an endpoint of {1}.', path.matches[0]?.path ?? '', api?.name ?? ''));
    return path.nearMiss === undefined
      ? fails()
      : holds(
          phrase('`{0}` is not an endpoint of {1}; `{2}` is.', path.path, api?.name ?? '', path.nearMiss),
        );
  },
};
