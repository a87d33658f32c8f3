import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const redirectMethodChanged: Fact = {
  name: 'redirect.methodChanged',
  about: 'A redirect turned the method into another, such as POST into GET (RFC 9110 §15.4).',
  test({ exchange: { redirects } }) {
    const changed = redirects.find(({ methodBefore, methodAfter }) => methodBefore !== methodAfter);
    if (!changed) return fails();
    return holds(
      phrase(
        'The {0} from `{1}` to `{2}` turned {3} into {4}.',
        changed.status,
        changed.from,
        changed.to,
        changed.methodBefore,
        changed.methodAfter,
      ),
    );
  },
};

export const redirectRequestLost: Fact = {
  name: 'redirect.requestLost',
  about:
    'A redirect repeated a request that was to change something as a GET of what it was for: nothing was done.',
  test({ exchange: { redirects } }) {
    const lost = redirects.find(
      (redirect) =>
        /^(?:POST|PUT|PATCH|DELETE)$/.test(redirect.methodBefore) &&
        redirect.methodAfter === 'GET' &&
        (redirect.status === 301 || isSameResource(redirect)),
    );
    if (!lost) return fails();
    return holds(
      phrase(
        'The {0} from `{1}` to `{2}` turned {3} into {4}.',
        lost.status,
        lost.from,
        lost.to,
        lost.methodBefore,
        lost.methodAfter,
      ),
    );
  },
};

/** The same but for scheme, `www.` and the slash at the end: 302 and 303 to another place mean that it was done. */
function isSameResource({ from, to }: { from: string; to: string }): boolean {
  const key = (url: string): string =>
    url.replace(/^https?:\/\/(?:www\.)?(?:[^/?#]*)/i, '').replace(/\/(?=\?|$)/, '');
  return key(from) === key(to);
}

export const redirectAuthorizationDropped: Fact = {
  name: 'redirect.authorizationDropped',
  about: 'Authorization was not sent on to where a redirect led.',
  test({ exchange: { redirects } }) {
    const dropping = redirects.find(({ dropped }) =>
      dropped.some((name) => name.toLowerCase() === 'authorization'),
    );
    return dropping
      ? holds(phrase('`Authorization` was not sent on from `{0}` to `{1}`.', dropping.from, dropping.to))
      : fails();
  },
};

export const redirectNotFollowed: Fact = {
  name: 'redirect.notFollowed',
  about:
    'The answer redirects to another origin a request that may change something or has content: it is not sent there without its author (RFC 9110 §15.4).',
  test({ exchange: { notFollowed, redirects, request }, answer }) {
    if (notFollowed === undefined || !answer) return fails();
    return holds(
      phrase(
        'The {0} leads from `{1}` to `{2}`, another origin. The {3} was not sent there.',
        answer.status,
        answer.url,
        notFollowed,
        redirects.at(-1)?.methodAfter ?? request.method,
      ),
    );
  },
};

export const redirectSchemeChanged: Fact = {
  name: 'redirect.schemeChanged',
  about: 'A redirect led from http to https, or the reverse.',
  test({ exchange: { redirects, notFollowed }, answer }) {
    const scheme = (url: string): string => url.slice(0, url.indexOf(':')).toLowerCase();
    const stopped = notFollowed !== undefined && answer ? [{ from: answer.url, to: notFollowed }] : [];
    const changed = [...redirects, ...stopped].find(({ from, to }) => scheme(from) !== scheme(to));
    return changed ? holds(phrase('A redirect led from `{0}` to `{1}`.', changed.from, changed.to)) : fails();
  },
};

export const redirectLoop: Fact = {
  name: 'redirect.loop',
  about: 'Redirects led back to where they had been.',
  test({ exchange: { redirects }, failure }) {
    const seen = new Set<string>();
    for (const { from, to, methodAfter } of redirects) {
      seen.add(from);
      if (!seen.has(to)) continue;
      // A POST may well be sent back to its own page, by GET; only without an answer is that a loop.
      if (failure)
        return holds(phrase('{0} redirects led back to `{1}` ({2}).', redirects.length, to, methodAfter));
    }
    return failure?.code === 'TOO_MANY_REDIRECTS'
      ? unknown(phrase('{0} redirects were followed.', redirects.length))
      : fails();
  },
};
