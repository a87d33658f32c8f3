import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { gatewayOf } from '../../readings/gateway-page';

export const answerGatewayPage: Fact = {
  name: 'answer.gatewayPage',
  about:
    'The answer is the error page of a server in front of the API: nginx, HAProxy, Cloudflare and the like.',
  test(reading) {
    const { answer, answerBody } = reading;
    if (!answer) return unknown();
    const product = gatewayOf(reading);
    if (product !== undefined) return holds(phrase('The answer is the error page of {0}.', product));
    return answer.status >= 400 && answerBody.kind === 'html' ? unknown() : fails();
  },
};
