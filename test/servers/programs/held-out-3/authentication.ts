import { makeTokens } from '../held-out-2/tokens';
import { recording } from '../recorded';
import type { Group } from '../../group';

/** Who may call, and how often, in the words of public APIs and gateways: a round of other vendors each. */
export const heldOutAuthentication: readonly Group[] = [
  'authentication',
  'authentication-2',
  'authentication-3',
  'authentication-4',
  'authentication-5',
].map((round) => ({
  ...recording(`held-out-3/${round}`, () => ({
    ...makeTokens(),
    reset: `${Math.ceil(Date.now() / 1000) + 60}`,
  })),
  labelsFacts: false,
}));
