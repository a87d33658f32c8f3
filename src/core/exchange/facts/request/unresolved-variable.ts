import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { unresolvedIn } from '../../readings/placeholder';

export const requestUnresolvedVariable: Fact = {
  name: 'request.unresolvedVariable',
  about: 'A `{{variable}}` of the request has no value.',
  test({ exchange: { request, written }, failure }) {
    const [first] = written?.unresolvedVariables ?? [];
    if (first) {
      const name = `{{${first.name}}}`;
      return holds(
        written?.environment === undefined
          ? phrase('`{0}` on line {1} has no value; no environment is chosen.', name, first.line + 1)
          : phrase(
              '`{0}` on line {1} has no value in the environment `{2}`.',
              name,
              first.line + 1,
              written.environment,
            ),
      );
    }
    const parts: readonly (readonly [string, string])[] = [['URL', request.url], ...request.headers];
    for (const [name, text] of parts) {
      const variable = unresolvedIn(text);
      if (variable !== undefined)
        return holds(phrase('`{0}` holds `{1}`, which was never filled in.', name, variable));
    }
    if (failure?.code === 'UNRESOLVED_VARIABLE') return holds();
    // A body may well be a template that the server is to fill in.
    const inBody = /\{\{\s*[\w.$-]+\s*\}\}/.exec(request.body?.text.slice(0, 100_000) ?? '')?.[0];
    return inBody === undefined
      ? fails(phrase('Every variable in the request has a value.'))
      : unknown(phrase('The body holds `{0}`.', inBody));
  },
};
