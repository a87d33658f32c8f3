import { list, phrase } from '../../../text/phrase';
import { isThisMachine } from '../../readings/environment';
import { fails, holds, unknown, type Fact } from '../../fact';
import { triedAddresses } from './tried';

/** `::1`, `::ffff:…`: addresses of IPv6 have colons. */
const family = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4);

export const networkLocalhostFamily: Fact = {
  name: 'network.localhostFamily',
  about: 'This machine was tried over one IP version while the server listens on the other.',
  test({ failure, url, exchange: { connection } }) {
    if (!failure || !isThisMachine(url?.hostname ?? '')) return fails();
    const { otherLoopback } = failure;
    if (otherLoopback) {
      const tried = list(triedAddresses(failure));
      const other = otherLoopback.address.includes(':')
        ? `[${otherLoopback.address}]`
        : otherLoopback.address;
      return otherLoopback.listens
        ? holds(phrase('Refused at {0}; at `{1}` the port takes connections.', tried, other))
        : fails(phrase('Refused at {0}, and at `{1}` too.', tried, other));
    }
    const refused = failure.chain.flatMap(({ code, address }) =>
      code === 'ECONNREFUSED' && address !== undefined ? [family(address)] : [],
    );
    if (refused.length === 0) return fails();
    const evidence = phrase('Refused at {0}.', list(triedAddresses(failure)));
    if (new Set(refused).size === 2) return fails(evidence);
    // Something did listen where the other version was tried.
    const other = failure.chain.some(
      ({ code, address }) =>
        address !== undefined && code !== 'ECONNREFUSED' && !refused.includes(family(address)),
    );
    const connected =
      connection?.remoteAddress !== undefined && !refused.includes(family(connection.remoteAddress));
    return other || connected ? holds(evidence) : unknown(evidence);
  },
};
