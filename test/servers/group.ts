import type { Limits, Transport } from '../../src/http/transport/transport';

/** A server, or several, that run while their labelled exchanges are made. */
export interface RunningGroup {
  /** What stands for `{name}` in the requests: origins, tokens. */
  readonly values: Readonly<Record<string, string>>;
  /** By default the product's own. */
  readonly transport?: Transport;
  close(): Promise<void>;
}

export interface Group {
  /** Its labels stand in `labels/{name}.yaml`. */
  readonly name: string;
  /** Whether its labels say which facts hold: by default they do. */
  readonly labelsFacts?: boolean;
  /** Why this machine cannot run it, or nothing. */
  readonly missing?: () => string | undefined;
  readonly start: () => Promise<RunningGroup>;
}

/** An exchange and the truth about it, as people who know the server would say it. */
export interface Label {
  readonly name: string;
  /** The text of a `.http` file. */
  readonly request: string;
  /** Words of the line at which it is run; by default the last request line. */
  readonly at?: string;
  /** Other files beside it, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly limits?: Partial<Limits>;
  /** How often it is sent before the exchange that is diagnosed, for limits and conflicts. */
  readonly after?: number;
  /** What the server answers, as on the wire but for the line ends, where it is not a real one. */
  readonly answer?: string;
  /** The status, or the code of the failure; several where the platform decides which. */
  readonly outcome: number | string | readonly string[];
  /** The id of the API's catalog; absent where none describes the server. */
  readonly api?: string;
  /** The problem's id, or those that say it equally well, `none` where it may be none; absent where nothing is wrong. */
  readonly problem?: string | readonly string[];
  /** The cause that explains it best, or several that do equally; by default the first one that is confirmed. */
  readonly first?: string | readonly string[];
  /** Every cause that the exchange proves. Any other confirmed one is wrong. */
  readonly confirmed?: readonly string[];
  /** Causes that are true of it as well, and that the product may prove or leave open. */
  readonly allowed?: readonly string[];
  /** Causes that it disproves, among others. */
  readonly ruledOut?: readonly string[];
  /** Whether `holds` is whole: given by the group. */
  readonly labelsFacts?: boolean;
  /** Every fact without a parameter that holds. Any other one that holds is wrong where the group labels facts. */
  readonly holds?: readonly string[];
  /** In how many seconds, at least and at most, it may be tried again. */
  readonly retryAfter?: readonly [number, number];
  /** What support is to be given. */
  readonly requestId?: string;
  /** Words that must stand in the evidence of the first cause or in the next steps. */
  readonly says?: readonly string[];
}
