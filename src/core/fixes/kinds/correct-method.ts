import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';

/** What is probably meant by a method that the path does not take, best first. Nobody means DELETE. */
const meant: Readonly<Record<string, readonly string[]>> = {
  PATCH: ['PUT', 'POST'],
  PUT: ['PATCH', 'POST'],
  POST: ['PUT', 'PATCH', 'GET'],
  GET: ['POST', 'HEAD'],
  HEAD: ['GET'],
  DELETE: ['POST'],
};

/** The method that the answer allows, or that the catalog has for the path. */
export const correctMethod: FixKind = {
  id: 'correct-method',
  repairs: ['request.methodNotAllowed'],
  statuses: [404, 405, 501],
  find({ reading, request, edit }) {
    const { exchange, answerFields, path, requestBody } = reading;
    // A redirect that turned POST into GET is to blame itself.
    if (exchange.redirects.some(({ methodBefore, methodAfter }) => methodBefore !== methodAfter)) return [];
    const method = exchange.request.method.toUpperCase();
    const allow = answerFields.get('allow');
    const allowed =
      allow === undefined || allow.trim() === ''
        ? path.matches.flatMap((endpoint) => endpoint.method ?? [])
        : allow.split(',').map((each) => each.trim().toUpperCase());
    const fitting = (meant[method] ?? []).filter(
      (each) => allowed.includes(each) && !(each === 'GET' && requestBody.kind !== 'none'),
    );
    const [best] = fitting;
    if (best === undefined || allowed.includes(method)) return [];
    const edits = request.method
      ? [edit(request.method.start, request.method.end, best)]
      : [edit(request.requestLine.start, request.requestLine.start, `${best} `)];
    return [{ title: phrase('Change the method to {0}', best), certainty: 'probable', edits }];
  },
};
