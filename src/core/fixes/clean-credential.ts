import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';
import { replaceIn } from './traced';

/** The header field that carries the credential, and the value as it was sent. */
interface Carrier {
  readonly name: string;
  readonly raw: string;
}

/** The first credential in a header field whose value is not as it should be. */
export function carrierOf(
  { reading }: RepairContext,
  isWrong: (raw: string) => boolean,
): Carrier | undefined {
  return reading.credentials.find(
    ({ source, raw }) => (source === 'authorization' || source === 'key-header') && isWrong(raw),
  );
}

/**
 * Takes characters out of a credential where they were written: in the field, in a variable, in an environment file.
 * `unwanted` gets the value as it was sent, and says which ranges of it go. Undefined where one of them is in no file.
 */
export function takeOut(
  context: RepairContext,
  { name, raw }: Carrier,
  unwanted: (value: string) => readonly { start: number; end: number; text?: string }[],
): readonly FixEdit[] | undefined {
  const traced = context.sentField(name);
  if (!traced) return undefined;
  const edits: FixEdit[] = [];
  const definitions = new Set<object>();
  // White space around the value is not always part of what was read of it.
  const value = traced.text === raw ? raw : traced.text;
  for (const { start, end, text = '' } of unwanted(value)) {
    const found = replaceIn(traced, { start, end }, text);
    if (!found) return undefined;
    edits.push(...found);
    for (const { definition, uri } of traced.units.slice(start, end)) {
      if (!definition?.opening || definitions.has(definition)) continue;
      definitions.add(definition);
      // httpyac drops the first quotation mark of `@name = "value"` and keeps the last: both go.
      edits.push({ uri, ...definition.opening, text: '' });
    }
  }
  return edits.length > 0 ? edits : undefined;
}
