import type { Failure, FailureLink, OwnFailure, Phase } from '../../core/exchange/exchange';
import { inEnglish } from '../../core/text/in-english';
import type { Phrase } from '../../core/text/phrase';

/** More is noise: a dual-stack connect has one error an address. */
const MAX_LINKS = 32;

/**
 * An error as data: its causes (`cause`) and gathered errors (`errors` of an AggregateError) unwrapped, outermost
 * first, each once; and the code that says most about why.
 */
export function toFailure(error: unknown, phase?: Phase): Failure {
  const chain = failureChain(error);
  const telling = mostTelling(chain);
  return {
    code: telling?.code ?? telling?.name ?? 'Error',
    message: telling?.message || chain.find((link) => link.message)?.message || String(error),
    ...(phase ? { phase } : {}),
    chain,
  };
}

/** A failure that this product found itself, with what lies behind it where there is something. */
export function ownFailure(code: OwnFailure, said: Phrase, phase?: Phase, behind?: unknown): Failure {
  const message = inEnglish(said);
  const outer: FailureLink = { name: 'Failure', code, message };
  return {
    code,
    message,
    said,
    ...(phase ? { phase } : {}),
    chain: behind === undefined ? [outer] : [outer, ...failureChain(behind)],
  };
}

/** Every error behind an error, outermost first. Cycles and repetitions are followed once. */
function failureChain(error: unknown): FailureLink[] {
  const links: FailureLink[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (value === undefined || value === null || seen.has(value) || links.length >= MAX_LINKS) return;
    seen.add(value);
    links.push(toLink(value));
    if (typeof value !== 'object') return;
    const { cause, errors } = value as { cause?: unknown; errors?: unknown };
    if (Array.isArray(errors)) errors.forEach(visit);
    visit(cause);
  };
  visit(error);
  return links;
}

function toLink(value: unknown): FailureLink {
  if (typeof value !== 'object' || value === null) return { name: 'Error', message: String(value) };
  const error = value as Record<string, unknown>;
  return {
    name: text(error.name) ?? 'Error',
    ...optional('code', text(error.code)),
    message: text(error.message) ?? '',
    ...optional('syscall', text(error.syscall)),
    ...optional('hostname', text(error.hostname)),
    ...optional('address', text(error.address)),
    ...optional('port', typeof error.port === 'number' ? error.port : undefined),
    ...optional('received', firstBytes(error.rawPacket)),
  };
}

/** Of the packet that Node's parser stumbled over. */
function firstBytes(packet: unknown): string | undefined {
  return packet instanceof Uint8Array && packet.length > 0
    ? Buffer.from(packet.subarray(0, 200)).toString('latin1')
    : undefined;
}

/** The innermost link with a code; among the gathered errors of a dual-stack connect a refusal says more than a timeout. */
function mostTelling(chain: readonly FailureLink[]): FailureLink | undefined {
  const coded = chain.filter((link) => link.code);
  const definite = coded.filter((link) => link.code !== 'ETIMEDOUT' && link.code !== 'ENETUNREACH');
  return definite.at(-1) ?? coded.at(-1) ?? chain.at(-1);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [name in Key]?: Value });
}
