import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

/** What stands in a path where code or a template put no value: JavaScript's, Python's, and placeholders as written. */
const noValue =
  /^(?:undefined|null|none|nan|\[object object\]|:[a-z_]\w*|\{+[\w .$-]*\}+|<[\w -]+>|\$\{?\w+\}?)$/i;

export const pathPlaceholder: Fact = {
  name: 'path.placeholder',
  about: 'A segment of the path is no value but the lack of one: `undefined`, `null`, `NaN`, `{id}`, `:id`.',
  test({ url }) {
    if (!url) return unknown();
    const segment = url.pathname
      .split('/')
      .map(decoded)
      .find((each) => noValue.test(each));
    return segment === undefined ? fails() : holds(phrase('A part of the path is `{0}`.', segment));
  },
};

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
