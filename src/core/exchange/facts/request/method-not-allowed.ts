import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const requestMethodNotAllowed: Fact = {
  name: 'request.methodNotAllowed',
  about: 'The method is not one that the path takes, by the Allow of the answer or the known endpoints.',
  test({ exchange: { request, redirects }, answer, answerFields, path }) {
    // The one that was answered: a redirect may have turned POST into GET.
    const method = (redirects.at(-1)?.methodAfter ?? request.method).toUpperCase();
    const allow = answerFields.get('allow');
    if (answer?.status === 405) {
      return allow === undefined || allow.trim() === ''
        ? holds(phrase('The answer to {0} is 405.', method))
        : holds(phrase('{0} is not allowed here; the answer allows {1}.', method, allow));
    }
    if (answer && answer.status < 400) return fails();
    if (allow !== undefined) {
      const allowed = allow.split(',').map((each) => each.trim().toUpperCase());
      return allowed.includes(method)
        ? fails(phrase('The answer allows {0}.', allow))
        : holds(phrase('{0} is not allowed here; the answer allows {1}.', method, allow));
    }
    if (path.matches.some((endpoint) => endpoint.method === undefined || endpoint.method === method)) {
      return fails(phrase('`{0} {1}` is a known endpoint.', method, path.path));
    }
    if (path.matches.length === 0) return unknown();
    // A list of endpoints may leave some out, so that only a 404 or 501 makes a proof of it.
    const known = list([...new Set(path.matches.map((endpoint) => endpoint.method ?? ''))]);
    const evidence = phrase('`{0}` is known with {1}, not with {2}.', path.path, known, method);
    return answer?.status === 404 || answer?.status === 501 ? holds(evidence) : unknown(evidence);
  },
};
