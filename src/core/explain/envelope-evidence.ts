import type { CatalogIndex } from '../catalog/catalog-index';
import type { Envelope } from '../catalog/format';
import type { ApiEvidence } from './api-evidence';
import { bodyPlaceOf, hasMember, type BodyPlace } from './body-place';

/** What a body counts for that has every member of an envelope. */
export const shapeWeight = 8;
/** A shape is shared by many APIs, a marker by few; one that should be there and is not speaks against its API. */
const weights = { shape: shapeWeight, partial: 5, wrapped: 4, marker: 16, markerMissing: -4 } as const;

/** Reads the error body that stands around a code or message: which APIs' envelopes would have it at this place? */
export function envelopeEvidence(text: string, offset: number, index: CatalogIndex): ApiEvidence {
  const evidence = new Map<number, number>();
  const place = bodyPlaceOf(text, offset);
  if (!place) return evidence;
  for (const { envelope, apis } of index.envelopes) {
    const weight = weigh(envelope, place, text);
    if (weight !== 0) for (const api of apis) evidence.set(api, weight);
  }
  return evidence;
}

function weigh(envelope: Envelope, place: BodyPlace, text: string): number {
  const root = rootOf(envelope, place);
  if (root === undefined) return 0;
  const markers = Object.entries(envelope.where ?? {});
  const object = place.objects[root];
  const shape =
    root > 0 ? weights.wrapped : isWhole(envelope, text, object) ? weights.shape : weights.partial;
  // Of a body that lost its beginning nobody knows which markers it had.
  if (markers.length === 0 || object === undefined) return shape;
  return markers.every(([path, value]) => hasMember(text, object, path.split('.').at(-1) ?? path, value))
    ? shape + weights.marker
    : weights.markerMissing;
}

/** Whether a body has what the envelope says that errors have: `{"error":{"code":"not_found"}}` may be anybody's. */
const isWhole = ({ code, message, details }: Envelope, text: string, object: number | undefined): boolean =>
  object !== undefined &&
  [code, message, details].every((paths) => {
    const names = [paths ?? []].flat().map((path) => stepsOf(path).at(-1) ?? '');
    return names.length === 0 || names.some((name) => hasMember(text, object, name));
  });

/** The index in the place's path at which the envelope begins: more than 0 where something wraps it, as a log does. */
function rootOf({ code, message, details }: Envelope, { path }: BodyPlace): number | undefined {
  for (const known of [code, message].flat()) {
    const steps = stepsOf(known);
    const root = path.length - steps.length;
    if (steps.length > 0 && root >= 0 && startsAt(path, steps, root)) return root;
  }
  for (const known of [details].flat()) {
    const steps = stepsOf(known);
    const root = path.findIndex((_, at) => startsAt(path, steps, at));
    if (steps.length > 0 && root >= 0) return root;
  }
  return undefined;
}

const stepsOf = (path: string | undefined): string[] => path?.replace(/\[\d+\]/g, '[]').split('.') ?? [];

/** `details[]` is an element of `details`. */
const startsAt = (path: readonly string[], steps: readonly string[], at: number): boolean =>
  steps.every((step, n) => path[at + n] === step || path[at + n] === `${step}[]`);
