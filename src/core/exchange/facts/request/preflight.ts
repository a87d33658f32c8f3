import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

export const requestPreflight: Fact = {
  name: 'request.preflight',
  about:
    "The request is a browser's question by OPTIONS whether a page may send another one (WHATWG Fetch §3.3).",
  test({ exchange: { request }, requestFields }) {
    const method = requestFields.get('access-control-request-method');
    const origin = requestFields.get('origin');
    if (request.method.toUpperCase() !== 'OPTIONS' || method === undefined || origin === undefined)
      return fails();
    return holds(phrase('`{0}` asks for permission to send {1}.', origin, method));
  },
};
