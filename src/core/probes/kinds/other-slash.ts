import { phrase } from '../../text/phrase';
import { judgeChange } from '../outcome';
import type { ProbeKind } from '../probe';
import { isSafe, variation } from '../same-server';

/** The same path with a slash at its end, or without the one that it has. */
export const otherSlash: ProbeKind = {
  id: 'other-slash',
  find({ reading }) {
    const { url, answer } = reading;
    if (
      !url ||
      url.pathname === '/' ||
      !answer ||
      ![301, 302, 307, 308, 400, 404, 405].includes(answer.status)
    )
      return [];
    const target = new URL(url);
    target.pathname = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : `${url.pathname}/`;
    return [
      {
        title: target.pathname.endsWith('/')
          ? phrase('Try it with a slash at the end of the path')
          : phrase('Try it without the slash at the end of the path'),
        change: phrase('The path is `{0}` instead of `{1}`.', target.pathname, url.pathname),
        target: variation(reading, { url: target }),
        unsafe: !isSafe(reading.exchange.request.method),
        facts: ['path.trailingSlash'],
      },
    ];
  },
  judge: judgeChange,
};
