import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { defineVariables } from '../insertion-place';

/** `/orders/{id}`, `/orders/:id`, `/orders/<id>`: a place that was never filled in becomes a variable. */
export const fillPath: FixKind = {
  id: 'fill-path',
  repairs: ['path.placeholder'],
  statuses: [400, 404, 422],
  find(context) {
    const [range] = context.request.url;
    if (!range) return [];
    const written = context.request.text.slice(range.start, range.end);
    const found =
      /(?<=\/)(?::([A-Za-z_]\w*)|(?<!\{)\{([\w-]+)\}(?!\})|<([\w-]+)>|\$\{([\w-]+)\})(?=[/?#]|$)/.exec(
        written,
      );
    const name = found?.slice(1).find((each) => each !== undefined);
    if (!found || name === undefined) return [];
    const start = range.start + found.index;
    const isDefined = context.definitions.has(name);
    return [
      {
        title: phrase('Write `{0}` instead of `{1}`', `{{${name}}}`, found[0]),
        certainty: isDefined ? 'probable' : 'blank',
        edits: [
          ...defineVariables(context, isDefined ? [] : [name]),
          context.edit(start, start + found[0].length, `{{${name}}}`),
        ],
      },
    ];
  },
};
