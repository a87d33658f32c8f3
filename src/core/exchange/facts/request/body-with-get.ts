import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

export const requestBodyWithGet: Fact = {
  name: 'request.bodyWithGet',
  about: 'A GET or HEAD carries a body, which has no meaning there (RFC 9110 §9.3.1).',
  test({ exchange: { request } }) {
    const method = request.method.toUpperCase();
    const size = request.body?.size ?? 0;
    if ((method !== 'GET' && method !== 'HEAD') || (size === 0 && !request.body?.text)) return fails();
    return holds(
      phrase('The {0} carries a body of {1} bytes.', method, size || (request.body?.text.length ?? 0)),
    );
  },
};
