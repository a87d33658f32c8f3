import type { Api } from '../catalog/catalog';
import type { Exchange } from './exchange';

/**
 * An exchange with everything that several facts want to know of it, worked out once and on demand.
 */
export interface Reading {
  readonly exchange: Exchange;
  readonly api: Api | undefined;
  /** The local clock, milliseconds since the epoch. */
  readonly now: number;
}
