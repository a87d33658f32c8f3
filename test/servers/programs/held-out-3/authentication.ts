import { makeTokens } from '../held-out-2/tokens';
import { recording } from '../recorded';
import type { Group } from '../../group';

/** Who may call, and how often, in the words of public APIs and gateways. */
export const heldOutAuthentication: Group = {
  ...recording('held-out-3/authentication', makeTokens),
  labelsFacts: false,
};
