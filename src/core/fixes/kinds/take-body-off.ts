import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind, Repair } from '../fix';
import type { RepairContext } from '../repair-context';

/** A GET that carries a body: without it, or as the POST that it was meant to be. */
export const takeBodyOff: FixKind = {
  id: 'take-body-off',
  repairs: ['request.bodyWithGet'],
  statuses: [400, 403, 405, 411, 413, 415, 422, 501],
  find(context) {
    const asPost = sendByPost(context);
    const without = withoutBody(context);
    // Where the path is known to take a POST, that was meant.
    return takesPost(context) ? [...asPost, ...without] : [...without, ...asPost];
  },
};

/** Without the body, and without the fields that describe it (RFC 9110 §8). */
function withoutBody({ request, edit }: RepairContext): Repair[] {
  const { body, blank, fields, text } = request;
  if (!body) return [];
  const described = fields
    .filter(({ name }) => /^content-/i.test(name))
    .map(({ line }) => edit(line.start, line.end, ''));
  const end = /^\r?\n/.exec(text.slice(body.end, body.end + 2))?.[0].length ?? 0;
  const edits: FixEdit[] = [...described, edit((blank ?? body).start, body.end + end, '')];
  return [{ title: phrase('Remove the body'), certainty: 'probable', edits }];
}

function sendByPost({ request, edit }: RepairContext): Repair[] {
  const { method, body, text } = request;
  if (!method || !body || text.slice(method.start, method.end) !== 'GET') return [];
  return [
    {
      title: phrase('Change the method to {0}', 'POST'),
      certainty: 'probable',
      edits: [edit(method.start, method.end, 'POST')],
      variant: 'post',
    },
  ];
}

const takesPost = ({ reading }: RepairContext): boolean => {
  const methods = reading.path.matches.map(({ method }) => method);
  return methods.includes('POST') && !methods.includes('GET');
};
