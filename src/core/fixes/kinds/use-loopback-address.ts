import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';
import { urlParts } from '../url-parts';

/** `localhost` and `127.0.0.1` may be addresses on which nothing listens, while the server is on the other one. */
export const useLoopbackAddress: FixKind = {
  id: 'use-loopback-address',
  repairs: ['network.localhostFamily'],
  find({ sentUrl, reading }) {
    const traced = sentUrl();
    const { authority } = urlParts(traced.text);
    const host = reading.url?.hostname ?? '';
    const start = host === '' ? -1 : traced.text.toLowerCase().indexOf(host, authority.start);
    if (start < 0 || start >= authority.end) return [];
    const address = reading.failure?.otherLoopback?.address ?? '127.0.0.1';
    const written = address.includes(':') ? `[${address}]` : address;
    const edits = replaceIn(traced, { start, end: start + host.length }, written);
    return edits
      ? [
          {
            title: phrase('Write `{0}` instead of `{1}`', written, host),
            certainty: reading.failure?.otherLoopback ? 'sure' : 'probable',
            edits,
          },
        ]
      : [];
  },
};
