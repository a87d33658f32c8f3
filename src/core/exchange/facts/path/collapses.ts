import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { matchesPath } from '../../readings/path';

export const pathCollapses: Fact = {
  name: 'path.collapses',
  about: 'Without its doubled slash the path is an endpoint of the API, in which no part was left empty.',
  test({ path, api }) {
    if (!path.path.includes('//')) return fails();
    const single = path.path.replace(/\/{2,}/g, '/');
    const isAtStart = !path.path.slice(1).replace(/^\/+/, '').includes('//');
    const endpoint = (api?.match?.endpoints ?? [])
      .map((each) => each.replace(/^[A-Za-z]+\s+/, '').trim())
      // A parameter may be what stands for nothing between the slashes.
      .find((each) => (isAtStart || !each.includes('{')) && matchesPath(each, single));
    return endpoint === undefined
      ? fails()
      : holds(phrase('The path is `{0}`; the endpoint is `{1}`.', path.path, endpoint));
  },
};
