import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const pathNamesItem: Fact = {
  name: 'path.namesItem',
  about: 'A part of the URL names one thing among many: a number, a UUID, a file, an `id` of the query.',
  test({ url }) {
    if (!url) return unknown();
    const segments = url.pathname.split('/').filter((segment) => segment !== '' && !segment.includes('%'));
    const item = segments.find(isKey) ?? [...url.searchParams].find(isIdentifier)?.[1];
    if (item !== undefined) return holds(phrase('`{0}` in the URL names one thing among many.', item));
    // `users/ann` names somebody, `orders/search` does not: words alone do not tell.
    const maybe = segments.some(
      (segment, index) =>
        (/\d.*\d|-\d/.test(segment) && !isVersion(segment)) || isPlural(segments[index - 1] ?? ''),
    );
    return maybe ? unknown() : fails(phrase('Nothing in the URL names one thing among many.'));
  },
};

/** Numbers, what has several digits in it, and names of files. */
const isKey = (segment: string): boolean =>
  /^\d+$/.test(segment) ||
  (/\d.*\d.*\d/.test(segment) && !isVersion(segment)) ||
  /^[\w-]+\.\w{2,4}$/.test(segment);

/** Of an API: `v2`, `1.0.0`, `2024-10`. */
const isVersion = (segment: string): boolean =>
  /^v?\d{1,2}(?:\.\d+)*$|^\d{4}-\d{2}(?:-\d{2})?$/i.test(segment);

const isIdentifier = ([name, value]: [string, string]): boolean =>
  /(?:^|[_-])(?:id|uuid|sku|slug)$|[a-z]Id$/.test(name) && value !== '';

/** `orders`, `users`; not `status`, `address` or `analysis`. */
const isPlural = (segment: string): boolean => /^[\w-]{2,}[^siu]s$/i.test(segment);
