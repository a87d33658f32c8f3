import { phrase } from '../../../text/phrase';
import { visible } from '../../../text/visible';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Failure } from '../../exchange';
import { codesOf } from './tried';

const isUnread = (failure: Failure): boolean => codesOf(failure).some((code) => code.startsWith('HPE_'));

const received = (failure: Failure): string | undefined =>
  failure.chain.find((link) => link.received !== undefined)?.received;

/** The first record of TLS: an alert or a handshake, of any version. */
const isTls = (bytes: string): boolean => /^[\x15\x16]\x03[\x00-\x04]/.test(bytes);

export const networkOtherProtocol: Fact = {
  name: 'network.otherProtocol',
  about: 'What came back does not begin as HTTP does: another protocol is spoken at the port.',
  test({ failure }) {
    if (!failure || !isUnread(failure)) return fails();
    const bytes = received(failure);
    if (bytes === undefined) return unknown();
    if (/^HTTP\/\d/.test(bytes)) return fails(phrase('The answer begins like HTTP.'));
    // TLS is a protocol of its own, and has a fact of its own.
    if (isTls(bytes)) return fails(phrase('The answer begins like TLS.'));
    // Where the parser stumbles later, these are not the first bytes.
    if (failure.code !== 'HPE_INVALID_CONSTANT') return unknown();
    return holds(phrase('The answer begins with `{0}`, not with `HTTP/`.', visible(firstLine(bytes))));
  },
};

export const networkFaultyHeader: Fact = {
  name: 'network.faultyHeader',
  about: 'The answer begins as HTTP does, and its header section breaks the rules of HTTP (RFC 9112).',
  test({ failure }) {
    if (!failure || !isUnread(failure)) return fails();
    // Chunks come after the headers.
    if (failure.code === 'HPE_INVALID_CHUNK_SIZE') return fails();
    const bytes = received(failure);
    if (bytes === undefined) return unknown();
    if (!/^HTTP\/\d/.test(bytes)) return failure.code === 'HPE_INVALID_CONSTANT' ? fails() : unknown();
    return holds(phrase('The answer begins like HTTP, and then: {0} ({1}).', failure.message, failure.code));
  },
};

const firstLine = (bytes: string): string => (bytes.split(/\r?\n/, 1)[0] ?? '').slice(0, 60);
