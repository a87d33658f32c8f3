/** Orders the reports of a month, and says what went wrong in words that accounting understands. */

import { UpstreamClient, UpstreamError } from './upstream-client';

export async function orderReports(client: UpstreamClient, month: string): Promise<number[]> {
  const ids: number[] = [];
  for (const type of ['revenue', 'aging'] as const) {
    ids.push(await client.orderReport(type, `${month}-01`, `${month}-28`));
  }
  return ids;
}

export function inWords(error: UpstreamError): string {
  switch (error.code) {
    case 'authentication_failed':
      return 'Please sign in again.';
    case 'permission_denied':
      return 'Only administrators may do this.';
    case 'not_found':
      return 'There is no such invoice, or it is not yours.';
    case 'throttled':
      return `Please come back in ${String(error.details['wait_seconds'])} seconds.`;
    case 'validation_error':
      return Object.keys(error.details).join(', ');
    case 'internal_server_error':
      return `Tell the support this number: ${error.requestId}`;
  }
  return error.status === 405 ? 'The program is out of date.' : error.message;
}
