import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { gatewayPageOf } from '../../readings/gateway-page';
import { codesOf } from './tried';

export const networkProxy: Fact = {
  name: 'network.proxy',
  about: 'The proxy could not be reached, or refuses.',
  test(reading) {
    const { exchange, failure, answer } = reading;
    const proxy = exchange.connection?.proxy;
    if (answer?.status === 407) return holds(phrase('The answer is 407: the proxy wants a credential.'));
    if (answer) {
      const page = gatewayPageOf(reading);
      return page?.forwardProxy === true
        ? holds(phrase('The answer is the error page of {0}.', page.product))
        : fails();
    }
    if (!failure) return fails();
    const named =
      codesOf(failure).some((code) => code.startsWith('UND_ERR_PRX')) ||
      failure.chain.some(({ message }) => /\bproxy (?:response|server|connect|auth)/i.test(message));
    if (named || (proxy !== undefined && failure.phase === 'connect')) {
      return holds(
        proxy === undefined
          ? phrase('The proxy failed: {0}.', failure.code)
          : phrase('The proxy `{0}` failed: {1}.', proxy, failure.code),
      );
    }
    return proxy === undefined
      ? fails()
      : unknown(phrase('The request goes through the proxy `{0}`.', proxy));
  },
};
