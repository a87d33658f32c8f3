import { phrase, span } from '../../../text/phrase';
import { attempt, failureFact, hasCode } from './tried';

export const networkDns = failureFact(
  'network.dns',
  'The host name could not be resolved.',
  hasCode(/^(?:ENOTFOUND|EAI_[A-Z]+|ENODATA|ESERVFAIL)$/),
  (failure, { url }) =>
    phrase(
      'The name `{0}` has no address: {1}.',
      failure.chain.find(({ hostname }) => hostname !== undefined)?.hostname ?? url?.hostname ?? '',
      failure.code,
    ),
);

export const networkRefused = failureFact(
  'network.refused',
  'Nothing listens at the address and port.',
  hasCode(/^ECONNREFUSED$/),
  (failure, reading) => phrase('The connection was refused: {0}.', attempt(failure, reading)),
);

export const networkReset = failureFact(
  'network.reset',
  'The other side broke the connection off.',
  // undici's socket error is the other side's doing only where it says so.
  (failure) =>
    hasCode(/^(?:ECONNRESET|EPIPE|ECONNABORTED)$/)(failure) ||
    failure.chain.some(
      ({ code, message }) => code === 'UND_ERR_SOCKET' && /other side closed|socket hang up/i.test(message),
    ),
  (failure, reading) => phrase('The connection was broken off: {0}.', attempt(failure, reading)),
);

export const networkTimeout = failureFact(
  'network.timeout',
  'No answer came in time.',
  hasCode(/^(?:TIMEOUT|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/),
  (failure, { exchange: { timings } }) =>
    failure.phase === undefined
      ? phrase('No answer came within {0}.', span(timings.total))
      : phrase('No answer came within {0}; it ended in the phase `{1}`.', span(timings.total), failure.phase),
);

export const networkUnreachable = failureFact(
  'network.unreachable',
  'There is no way to the address.',
  hasCode(/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/),
  (failure, reading) => phrase('The address cannot be reached: {0}.', attempt(failure, reading)),
);
