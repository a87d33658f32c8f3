import type { Reading } from '../../reading';
import { asText, firstAt, own, ownText } from '../json-path';
import { element } from './aws-xml';

/** What the server calls this exchange in its own logs. */
export interface RequestId {
  readonly value: string;
  /** The header field or the body's member that holds it. */
  readonly from: string;
}

const headers = [
  'X-Request-Id', 'Request-Id', 'X-Correlation-Id', 'Correlation-Id', 'X-Amzn-RequestId', 'X-Amz-Request-Id', 'X-Ms-Request-Id', 'X-GitHub-Request-Id',
  'X-Trace-Id', 'X-B3-TraceId', 'X-Cloud-Trace-Context', 'X-Amzn-Trace-Id', 'CF-Ray', 'X-Vercel-Id', 'Fly-Request-Id', 'X-Amz-Cf-Id', 'traceparent',
]; // prettier-ignore

const members = [
  'request_id',
  'requestId',
  'RequestId',
  'requestID',
  'trace_id',
  'traceId',
  'correlation_id',
  'correlationId',
  'errorId',
  'error_id',
  'debug_id',
  'request-id',
];

/** Vendors' own: `Twilio-Request-Id`, `Paypal-Debug-Id`, `X-Slack-Req-Id`, `X-ARequestId`. */
const vendorHeader = /^(?:[a-z\d]+-){1,4}(?:request|req|debug)-?id$|^x-[a-z]{1,10}requestid$/;

/** By the API's envelope, the usual header fields, and the usual members of the body, in this order. */
export function findRequestId({
  api,
  answer,
  answerFields,
  answerBody: { json, kind, text },
}: Reading): RequestId | undefined {
  if (!answer) return undefined;
  const inEnvelope = asText(firstAt(json, api?.envelope?.requestId));
  if (inEnvelope !== undefined && isId(inEnvelope))
    return { value: inEnvelope, from: [api?.envelope?.requestId ?? ''].flat()[0] ?? '' };
  for (const from of headers) {
    const value = answerFields.get(from)?.trim();
    if (value !== undefined && isId(value)) return { value, from };
  }
  for (const [from, value] of answer.headers) {
    if (vendorHeader.test(from.toLowerCase()) && isId(value.trim())) return { value: value.trim(), from };
  }
  const error = own(json, 'error');
  for (const holder of [json, error, own(json, 'meta'), own(error, 'details'), own(error, 'innerError')]) {
    for (const from of members) {
      const value = ownText(holder, from);
      if (value !== undefined && isId(value)) return { value, from };
    }
  }
  const inXml =
    kind === 'xml'
      ? (element(text.slice(0, 20_000), 'RequestId') ?? element(text.slice(0, 20_000), 'RequestID'))
      : undefined;
  return inXml === undefined ? undefined : { value: inXml, from: 'RequestId' };
}

const isId = (text: string): boolean => text.length <= 200 && /^[\x21-\x7E]+$/.test(text);
