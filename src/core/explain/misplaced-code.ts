import type { Envelope } from '../catalog/format';
import type { CatalogIndex } from '../catalog/catalog-index';
import type { Mention } from '../recognize/mention';
import { bodyPlaceOf } from './body-place';
import { envelopeEvidence } from './envelope-evidence';

/** More than a code by itself is worth: an endpoint, the API's name, a second code. */
const anotherHint = 10;

/**
 * Tells of which APIs a code is not: one in lower case (`unauthorized`, `not_found`) is an ordinary word, so that in a
 * body where an API's envelope has no code it is somebody else's, unless more than the word speaks for the API.
 */
export function misplacedCode(
  { kind, name, start }: Mention,
  text: string,
  index: CatalogIndex,
): (api: { number: number; envelope?: Envelope; weight: number }) => boolean {
  if (kind !== 'code' || name !== name.toLowerCase() || !bodyPlaceOf(text, start)) return () => false;
  const fitting = envelopeEvidence(text, start, index);
  return ({ number, envelope, weight }) =>
    envelope?.code !== undefined && weight < anotherHint && (fitting.get(number) ?? 0) <= 0;
}
