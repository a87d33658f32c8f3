import type { Exchange, HeaderField } from '../exchange/exchange';

/** The parts of an answer that a text quotes. `receivedAt`: milliseconds since the epoch. */
export interface AnswerParts {
  readonly status?: number;
  readonly headers: readonly HeaderField[];
  readonly body?: string;
  readonly receivedAt: number;
}

/** An exchange of which only parts of the answer are known, for readings that were made for whole ones. */
export function answerWith({ status = 200, headers, body = '', receivedAt }: AnswerParts): Exchange {
  return {
    request: { method: 'GET', url: '', headers: [] },
    redirects: [],
    outcome: {
      kind: 'response',
      status,
      reason: '',
      httpVersion: '1.1',
      headers,
      body: { text: body, size: body.length },
      url: '',
      receivedAt,
    },
    startedAt: receivedAt,
    timings: { total: 0 },
  };
}
