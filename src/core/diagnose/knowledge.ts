import type { Cause, Problem } from '../catalog/catalog';
import type { GatewayPage } from '../catalog/format';

/**
 * What a diagnosis asks the catalogs. `api` is an API's id; undefined asks the standards, which explain what no API's
 * own catalog does. Every answer is in catalog order, and empty where nothing is known.
 */
export interface Knowledge {
  /** What the error pages of servers in front of APIs are known by; none where absent. */
  readonly pages?: readonly GatewayPage[];
  /** Causes that answers name in words of their own, whatever the problem; none where absent. */
  readonly named?: readonly Cause[];
  /** Problems that this code, exactly, names. */
  byCode(api: string | undefined, code: string): readonly Problem[];
  /** Problems one of whose message templates stands in this text. */
  byMessage(api: string | undefined, text: string): readonly Problem[];
  /** Problems of this status, guides left out. */
  byStatus(api: string | undefined, status: number): readonly Problem[];
  /** Problems that nothing but their `when` shows: symptoms without code and message. Some are of certain statuses. */
  symptoms(api: string | undefined): readonly Problem[];
}
