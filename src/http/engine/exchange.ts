import type { HttpClient } from 'httpyac';
import { phrase } from '../../core/text/phrase';
import { knownSecrets } from './known-secrets';
import { toHttpResponse } from './http-response';
import { toOutgoing } from './outgoing';
import { currentRun } from './run-state';
import { Refusal } from './refusal';

/** The requests that httpyac makes on its own account: to an OAuth server, for a token. */
export const exchange: HttpClient = async (request, context) => {
  const run = currentRun();
  if (!run?.trusted || run.ended) return false;
  const outgoing = {
    ...toOutgoing(request, undefined, context.config?.request),
    confidential: knownSecrets(run),
    confidentialNames: run.secretNames,
  };
  const transmission = await run.transport(outgoing, run);
  run.tokens.push(transmission);
  const response = toHttpResponse(transmission, request);
  if (response) return response;
  const { outcome } = transmission;
  const cause = outcome.kind === 'failure' ? outcome : undefined;
  throw new Refusal(
    'REFERENCED_REQUEST_FAILED',
    phrase('The request for a token to `{0}` got no answer.', outgoing.url),
    { cause },
  );
};
