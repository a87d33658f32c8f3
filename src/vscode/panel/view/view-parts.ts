import type { Glance } from '../../../core/exchange/glance';
import type { Changes } from './changes';

/** What the panel shows of a diagnosis beside the diagnosis itself; every text is redacted. */
export interface ViewParts {
  /** The times and numbers to draw. */
  readonly glance?: Glance;
  /** Whether the API's refresh request may get a new token for this request. */
  readonly canRefresh?: boolean;
  /** Whether the request may only be sent again at `retryAt`. */
  readonly mustWait?: boolean;
  /** What is different from an earlier diagnosis, where there is one to compare with. */
  readonly changes?: Changes;
}
