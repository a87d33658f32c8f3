import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { replaceIn } from '../traced';
import { urlParts } from '../url-parts';

/** `localhost` may mean an address on which nothing listens; `127.0.0.1` is one. */
export const useLoopbackAddress: FixKind = {
  id: 'use-loopback-address',
  repairs: ['network.localhostFamily'],
  find({ sentUrl }) {
    const traced = sentUrl();
    const { authority } = urlParts(traced.text);
    const start = traced.text.toLowerCase().indexOf('localhost', authority.start);
    if (start < 0 || start >= authority.end) return [];
    const edits = replaceIn(traced, { start, end: start + 'localhost'.length }, '127.0.0.1');
    return edits
      ? [
          {
            title: phrase('Write `{0}` instead of `{1}`', '127.0.0.1', 'localhost'),
            certainty: 'probable',
            edits,
          },
        ]
      : [];
  },
};
