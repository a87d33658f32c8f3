import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const pathPrefixMissing: Fact = {
  name: 'path.prefixMissing',
  about: "The path leaves out the prefix of the API's endpoints, such as `/api/v1`.",
  test({ path, api }) {
    const prefixes = api?.match?.prefixes ?? [];
    if (prefixes.length === 0) return unknown();
    if (path.withPrefix !== undefined) {
      return holds(
        phrase('`{0}` is not an endpoint of {1}; `{2}` is.', path.path, api?.name ?? '', path.withPrefix),
      );
    }
    const prefixed =
      path.matches.length > 0 ||
      prefixes.some((prefix) => `${path.path}/`.startsWith(`${prefix.replace(/\/$/, '')}/`));
    return prefixed ? fails() : unknown();
  },
};
