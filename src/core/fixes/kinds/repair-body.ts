import { phrase } from '../../text/phrase';
import type { FixKind, Repair } from '../fix';
import { repairJson } from '../json/repair-json';
import { tokensOf } from '../json/tokens';
import type { RepairContext } from '../repair-context';

/** The body as the JSON that it is nearly: formatted as its author did, `{{variables}}` and all. */
export const repairBody: FixKind = {
  id: 'repair-body',
  repairs: ['request.bodyInvalidJson'],
  statuses: [400, 415, 422],
  find(context) {
    const { request, edit } = context;
    const { body } = request;
    if (!body) return [];
    const text = request.text.slice(body.start, body.end);
    const repaired = repairJson(text);
    if (!repaired) return quoteVariables(context, text, body.start);
    const edits = repaired.edits.map(({ start, end, text: by }) =>
      edit(body.start + start, body.start + end, by),
    );
    return [
      {
        title: phrase('Make the body valid JSON'),
        certainty: repaired.certain ? 'sure' : 'probable',
        edits,
      },
    ];
  },
};

/** The template is JSON and what was sent is not: a variable with a text stands outside of quotation marks. */
function quoteVariables({ edit, definitions }: RepairContext, text: string, offset: number): Repair[] {
  const edits = tokensOf(text).flatMap(({ kind, text: token, start, end }) => {
    if (kind !== 'variable') return [];
    const value = definitions
      .get(token.slice(2, -2).trim())
      ?.value.map(({ char }) => char)
      .join('');
    return value === undefined || isValue(value) ? [] : [edit(offset + start, offset + end, `"${token}"`)];
  });
  return edits.length > 0
    ? [
        {
          title: phrase('Put the variables in the body in quotation marks'),
          certainty: 'probable',
          edits,
          variant: 'variables',
        },
      ]
    : [];
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
