import type { Diagnosis } from '../diagnose/diagnosis';
import { readExchange } from '../exchange/read-exchange';
import type { Exchange } from '../exchange/exchange';
import type { Api } from '../catalog/catalog';
import { redactorFor } from '../redact/redactor';
import { fingerprint } from './fingerprint';
import { type ObservedField, observedFields, tokenFields } from './observed-fields';

/** A field as it may be shown, and a fingerprint of what it really was, which only its own window can read. */
export interface SnapshotField extends ObservedField {
  readonly fingerprint?: number;
}

/** What is remembered of a diagnosis: enough to compare it with another, and nothing secret. */
export interface Snapshot {
  /** When it was sent, milliseconds since the epoch. */
  readonly at: number;
  readonly request: Diagnosis['request'];
  readonly outcome: Diagnosis['outcome'];
  /** The problem, or nothing where it went well. */
  readonly problem?: string;
  readonly environment?: string;
  /** The file it stands in. */
  readonly uri?: string;
  readonly fields: readonly SnapshotField[];
}

/**
 * Takes a snapshot of an exchange. `shown` is `raw` without its secrets; `salt` is secret and new for each window, so
 * that fingerprints of secrets tell nothing outside of it.
 */
export function takeSnapshot(
  { request, outcome, problem, environment }: Diagnosis,
  raw: Exchange,
  shown: Exchange,
  api: Api | undefined,
  salt: string,
): Snapshot {
  const reading = readExchange(raw, api, raw.startedAt);
  const redact = redactorFor(raw, api);
  const shownFields = new Map(
    observedFields(readExchange(shown, api, raw.startedAt)).map((field) => [keyOf(field), field.value]),
  );
  const mark = (field: ObservedField, value: string): SnapshotField => ({
    ...field,
    name: redact(field.name),
    value,
    fingerprint: fingerprint(field.value, salt),
  });
  return {
    at: raw.startedAt,
    request,
    outcome,
    ...(problem ? { problem: problem.title } : {}),
    ...(environment === undefined ? {} : { environment }),
    ...(raw.written ? { uri: raw.written.uri } : {}),
    fields: [
      ...observedFields(reading).map((field) =>
        mark(field, shownFields.get(keyOf(field)) ?? redact(field.value)),
      ),
      ...tokenFields(reading).map((field) => mark(field, redact(field.value))),
    ],
  };
}

/** As it may be kept after its window is gone: what is shown, and nothing else. */
export const toKeep = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  fields: snapshot.fields.map(({ group, name, value }) => ({ group, name, value })),
});

const keyOf = ({ group, name }: ObservedField): string => `${group} ${name}`;
