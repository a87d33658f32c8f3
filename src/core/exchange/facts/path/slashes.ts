import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { matchesPath } from '../../readings/path';

export const pathDoubledSlash: Fact = {
  name: 'path.doubledSlash',
  about: 'The path holds `//`, as when a base URL ends with a slash and the path starts with one.',
  test({ path, url }) {
    if (!url) return unknown();
    return path.path.includes('//')
      ? holds(phrase('The path is `{0}`.', path.path))
      : fails(phrase('The path is `{0}`.', path.path));
  },
};

export const pathTrailingSlash: Fact = {
  name: 'path.trailingSlash',
  about: 'The path ends with a slash where the endpoint has none, or lacks the one that it has.',
  test({ path, url, api, exchange: { redirects }, words }) {
    if (!url) return unknown();
    const ends = path.path.length > 1 && path.path.endsWith('/');
    // A redirect to the same path with or without the slash says it outright.
    const other = ends ? path.path.slice(0, -1) : `${path.path}/`;
    if (redirects.some(({ to }) => URL.canParse(to) && new URL(to).pathname === other)) {
      return holds(phrase('The server redirects from `{0}` to `{1}`.', path.path, other));
    }
    // Django says so where it will not redirect what has a body.
    const said = words.messages.find((message) => /URL doesn't end in a slash/.test(message));
    if (said !== undefined && !ends)
      return holds(phrase('The answer says that the URL lacks its slash at the end.'));
    const written = (api?.match?.endpoints ?? []).map((endpoint) =>
      endpoint.replace(/^[A-Za-z]+\s+/, '').trim(),
    );
    if (path.matches.length === 0) {
      // An API that writes all of its paths with a slash at the end, as Django does, means it here, too.
      const usual = ends && written.length > 0 && written.every((endpoint) => endpoint.endsWith('/'));
      return ends && !usual ? unknown() : fails(phrase('The path is `{0}`.', path.path));
    }
    const same = written.filter((endpoint) =>
      matchesPath(endpoint.replace(/(.)\/$/, '$1'), path.path.replace(/(.)\/$/, '$1')),
    );
    const [known] = same;
    if (known === undefined || same.some((endpoint) => endpoint.endsWith('/') === ends)) return fails();
    return holds(phrase('The path is `{0}`; the endpoint is `{1}`.', path.path, known));
  },
};
