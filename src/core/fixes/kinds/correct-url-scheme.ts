import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';
import { urlParts } from '../url-parts';

/** `http` for a port that speaks no TLS, `https` for one that speaks nothing else, or to which the server sends on. */
export const correctUrlScheme: FixKind = {
  id: 'correct-url-scheme',
  repairs: ['tls.wrongVersion', 'redirect.schemeChanged'],
  statuses: [400],
  find({ reading, sentUrl }) {
    const { url } = reading;
    const traced = sentUrl();
    const { scheme } = urlParts(traced.text);
    // Where redirects lead away from https, the URL is not what is wrong.
    const { redirects, notFollowed } = reading.exchange;
    const targets = [...redirects.map(({ to }) => to), ...(notFollowed === undefined ? [] : [notFollowed])];
    const leads = targets.every((to) => to.startsWith('https:'));
    if (!url || !leads) return [];
    const right = url.protocol === 'https:' ? 'http' : 'https';
    const edits = scheme
      ? replaceIn(traced, scheme, right)
      : replaceIn(traced, { start: 0, end: 0 }, `${right}://`);
    if (!edits) return [];
    // What was encrypted before would be sent in the clear.
    const isLocal = /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
    const certainty = right === 'https' || isLocal ? 'sure' : 'probable';
    return [{ title: phrase('Use `{0}://` in the URL', right), certainty, edits }];
  },
};
