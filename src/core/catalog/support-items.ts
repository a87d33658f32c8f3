import { type Phrase, phrase } from '../text/phrase';
import type { SupportItem } from './format';

/** What support asks for, in words. */
export const supportItems: Readonly<Record<SupportItem, Phrase>> = {
  'request-id': phrase('the request id'),
  timestamp: phrase('the time'),
  'error-code': phrase('the error code'),
  'error-message': phrase('the error message'),
  'redacted-request': phrase('the request without secrets'),
  response: phrase('the answer'),
  'token-facts': phrase('the facts of the token'),
  versions: phrase('the versions in use'),
  logs: phrase('the logs around that time'),
  configuration: phrase('the configuration without secrets'),
  'resource-ids': phrase('the ids of what the request is about'),
  'steps-to-reproduce': phrase('the steps that lead there'),
};
