import { list, phrase, type Phrase } from '../../../text/phrase';
import { fails, holds, type Fact, type Finding } from '../../fact';
import type { Failure, FailureLink } from '../../exchange';
import type { Reading } from '../../reading';

/** Every code of a failure, the gathered and inner ones too, and what OpenSSL gives as its reason below an EPROTO. */
export const codesOf = (failure: Failure | undefined): string[] =>
  failure
    ? [
        failure.code,
        ...failure.chain.flatMap(({ code, message }) => [code ?? [], sslReason(message) ?? []].flat()),
      ]
    : [];

/** `…:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:…` → `ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`. */
function sslReason(message: string): string | undefined {
  const reason = /:SSL routines:[^:]*:([\w ]+):/.exec(message.slice(0, 1000))?.[1];
  return reason && `ERR_SSL_${reason.trim().replaceAll(' ', '_').toUpperCase()}`;
}

/** The addresses that were tried: `127.0.0.1:8080`. */
export const triedAddresses = (failure: Failure): string[] => [
  ...new Set(
    failure.chain.flatMap(({ address, port }) => (address === undefined ? [] : [addressOf(address, port)])),
  ),
];

const addressOf = (address: string, port: number | undefined): string =>
  `${address.includes(':') ? `[${address}]` : address}${port === undefined ? '' : `:${port}`}`;

/** A fact that holds where the failure has one of these codes. */
export function failureFact(
  name: string,
  about: string,
  isIt: (failure: Failure, reading: Reading) => boolean,
  evidence: (failure: Failure, reading: Reading) => Phrase,
): Fact {
  return {
    name,
    about,
    test(reading): Finding {
      const { failure } = reading;
      return failure && isIt(failure, reading) ? holds(evidence(failure, reading)) : fails();
    },
  };
}

export const hasCode =
  (codes: RegExp) =>
  (failure: Failure): boolean =>
    codesOf(failure).some((code) => codes.test(code));

const attemptOf = ({ address, port, code }: FailureLink): string[] =>
  address === undefined ? [] : [`${addressOf(address, port)} ${code ?? ''}`.trim()];

/** `ECONNREFUSED at 127.0.0.1:8080`, or the host where no address is known. */
export function attempt(failure: Failure, { url }: Reading): Phrase {
  const addresses = triedAddresses(failure);
  const outcomes = new Set(
    failure.chain.flatMap(({ address, code }) => (address === undefined ? [] : [code ?? ''])),
  );
  // Where the addresses of a host fail in different ways, each is named with its own.
  if (outcomes.size > 1) return phrase('{0}', list(failure.chain.flatMap(attemptOf)));
  return addresses.length > 0
    ? phrase('{0} at {1}', failure.code, list(addresses))
    : phrase('{0} at {1}', failure.code, url?.host ?? '');
}
