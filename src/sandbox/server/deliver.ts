import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Delivery } from './answer';

const WHOLE: Delivery = { kind: 'whole' };

/** Writes `answer`. Ends early, without an error, when `signal` says that the client is gone. */
export async function deliver(response: ServerResponse, answer: Answer, signal: AbortSignal): Promise<void> {
  try {
    await write(response, answer, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function write(response: ServerResponse, answer: Answer, signal: AbortSignal): Promise<void> {
  const delivery = answer.delivery ?? WHOLE;
  if (delivery.delay) await wait(delivery.delay, undefined, { signal });
  switch (delivery.kind) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'truncate':
      return truncate(response, answer);
    case 'drip':
      return drip(response, answer, delivery, signal);
    case 'whole':
      return whole(response, answer, signal);
  }
}

async function whole(response: ServerResponse, answer: Answer, signal: AbortSignal): Promise<void> {
  if (typeof answer.body === 'function') {
    response.writeHead(answer.status, answer.headers);
    await pipeline(answer.body(), response, { signal });
    return;
  }
  const body = Buffer.from(answer.body ?? '');
  response.writeHead(answer.status, { ...answer.headers, ...lengthOf(answer.status, body) });
  response.end(body);
}

function truncate(response: ServerResponse, answer: Answer): void {
  const body = textOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
}

async function drip(
  response: ServerResponse,
  answer: Answer,
  pace: { readonly bytes: number; readonly everyMs: number },
  signal: AbortSignal,
): Promise<void> {
  const body = textOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': String(body.length) });
  response.flushHeaders();
  for (let sent = 0; sent < body.length; sent += pace.bytes) {
    await wait(pace.everyMs, undefined, { signal });
    response.write(body.subarray(sent, sent + pace.bytes));
  }
  response.end();
}

/** Broken deliveries need a body to break. */
function textOf(answer: Answer): Buffer {
  const body = typeof answer.body === 'string' ? answer.body : '';
  return Buffer.from(body || '{"data":[{"id":"a body that ends before its time"}]}');
}

/** RFC 9110 §8.6: no Content-Length with 1xx and 204. */
function lengthOf(status: number, body: Buffer): Record<string, string> {
  return status === 204 || status === 304 || status < 200 ? {} : { 'Content-Length': String(body.length) };
}
