import { parseEndpoint } from '../../exchange/readings/path';
import { phrase } from '../../text/phrase';
import { judgeChange, outcomeOf } from '../outcome';
import type { ProbeKind } from '../probe';
import { isSafe, variation } from '../same-server';

/** The same request with the prefix that was left out, or at the endpoint that is nearly the one written. */
export const otherPath: ProbeKind = {
  id: 'other-path',
  find({ reading }) {
    const { url, path, answer, api } = reading;
    if (!url || !answer || ![404, 405, 501].includes(answer.status)) return [];
    const prefixed = (api?.match?.prefixes ?? [])
      .filter((prefix) => !`${path.path}/`.startsWith(`${prefix.replace(/\/$/, '')}/`))
      .map((prefix) => `${prefix.replace(/\/$/, '')}${path.path}`);
    const known = [path.withPrefix, path.nearMiss].filter((each) => each !== undefined);
    const paths = [...new Set(known.length > 0 ? known : prefixed)].map((each) => parseEndpoint(each).path);
    return paths.slice(0, 2).map((pathname) => {
      const target = new URL(url);
      target.pathname = pathname;
      return {
        title: phrase('Try it at `{0}`', pathname),
        change: phrase('The path is `{0}` instead of `{1}`.', pathname, url.pathname),
        target: variation(reading, { url: target }),
        unsafe: !isSafe(reading.exchange.request.method),
        facts: ['path.prefixMissing', 'path.nearMiss', 'path.unknown'],
      };
    });
  },
  judge(before, after) {
    const status = after.answer?.status ?? 0;
    // Whatever else is wrong then, something answers there.
    const exists =
      before.answer?.status === 404 && status !== 404 && status > 0 && status < 500 && status !== 429;
    return exists && status >= 400
      ? {
          text: phrase('At this path {0} became {1}: it exists.', outcomeOf(before), outcomeOf(after)),
          verdict: 'confirmed',
        }
      : judgeChange(before, after);
  },
};
