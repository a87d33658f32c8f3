import { phrasesOf, reasonPhrases } from './reason-phrases';
import type { StatusPlace } from './status/statuses-in';

/** Names that no phrase of the status gives, each with whose they are. */
export const otherNames: ReadonlyMap<number, readonly string[]> = new Map([
  // Go shortens one word, java.net.HttpURLConnection most of them, .NET has older ones.
  [203, ['NonAuthoritativeInfo', 'NotAuthoritative']],
  [205, ['Reset']],
  [206, ['Partial']],
  [300, ['Ambiguous', 'MultChoice']],
  [301, ['Moved', 'MovedPerm']],
  [302, ['Redirect', 'MovedTemp']],
  [303, ['RedirectMethod']],
  [306, ['Unused', 'SwitchProxy']],
  [307, ['RedirectKeepVerb']],
  [405, ['BadMethod']],
  [407, ['ProxyAuthRequired', 'ProxyAuth']],
  [408, ['ClientTimeout']],
  [412, ['PreconFailed']],
  // http-status-codes (npm)
  [413, ['RequestTooLong', 'EntityTooLarge']],
  [414, ['ReqTooLong']],
  [415, ['UnsupportedType']],
  // RFC 2324 never registered it; every library has it.
  [418, ['Teapot', 'ImATeapot', 'IAmATeapot']],
  [431, ['HeaderFieldsTooLarge']],
  [500, ['InternalError', 'ServerError']],
  [503, ['Unavailable']],
  [505, ['VersionNotSupported']],
  // Spring, from Apache's mod_cband.
  [509, ['BandwidthLimitExceeded']],
]);

/** `TooManyRequests`, `TOO_MANY_REQUESTS`, `too_many_requests` and `Too Many Requests` are one name. */
const fold = (name: string): string => name.replace(/[^A-Za-z]/g, '').toLowerCase();

const statusByName: ReadonlyMap<string, number> = new Map(
  [...reasonPhrases.keys(), 306, 418, 509].flatMap((status) =>
    [...phrasesOf(status), ...(otherNames.get(status) ?? [])].map((name) => [fold(name), status] as const),
  ),
);

/**
 * Where a name counts. Each rule captures the name, and the number where the name holds one too. The words of the
 * table are ordinary ones (`Accepted`, `LOCKED`), so what stands before has to say that a status is meant: an
 * `order.StatusProcessing` or a `grpc.StatusCode.NOT_FOUND` is none.
 */
const contexts: readonly RegExp[] = [
  // HttpStatus.UNAUTHORIZED · HttpStatusCode.TooManyRequests · HTTPStatus.NOT_FOUND · StatusCodes.CONFLICT · StatusCode::GONE
  // HttpStatus.SC_NOT_FOUND · Response.Status.NOT_FOUND · requests.codes.not_found · StatusCodes.Status404NotFound
  /(?<![\w$])(?:(?:Http|HTTP|http)_?Status(?:_?Codes?)?|HTTP_STATUS(?:_CODES?)?|STATUS_CODES?|StatusCodes|HttpResponseStatus|Response\.Status|http::Status|(?:requests|httpx)\.codes)(?:\.|::)(?:SC_|HTTP_|Status(?=[\dA-Z]))?(?<number>[1-5]\d\d)?_?(?<name>[A-Za-z]\w{1,50})/g,
  /(?<![\w$]|grpc::)StatusCode::(?<number>)(?<name>[A-Z]\w{1,50})/g,
  // http.StatusTooManyRequests · fiber.StatusOK
  /(?<![\w$.])(?:net|std|go|fast)?(?:http|fiber|iris)\.Status(?<number>)(?<name>[A-Z]\w{1,50})/g,
  // HTTP_429_TOO_MANY_REQUESTS · Response::HTTP_NOT_FOUND · HttpServletResponse.SC_UNAUTHORIZED · HTTP_STATUS_GONE
  /(?<![\w$])(?:\w{1,40}(?:\.|::))?(?:HTTP(?:_STATUS)?|SC)_(?<number>[1-5]\d\d)?_?(?<name>[A-Z][A-Z_]{1,50})(?!\w)/g,
  // status: :unprocessable_entity · head :no_content · have_http_status(:not_found) · put_status(conn, :gone)
  /(?<=(?:\bstatus(?::|\s=>|\()|\bhead[ (]|\bhave_http_status\(|\b(?:put_status|send_resp)\((?:\w{1,30},)?)\s?):(?<number>)(?<name>[a-z][a-z_]{1,50})/g,
  // status().isNotFound() · expectStatus().isForbidden()
  /(?<=\b(?:status|expectStatus)\(\)\s?\.)is(?<number>)(?<name>[A-Z][A-Za-z]{1,40})(?=\(\))/g,
  // Abort(.notFound) · status: .unauthorized
  /(?<=\b(?:Abort\(|status:\s?))\.(?<number>)(?<name>[a-z][A-Za-z]{1,50})/g,
];

/** Every status between two offsets that is written as a name, as languages and frameworks spell them. */
export function statusNamesIn(text: string, from: number, to: number): StatusPlace[] {
  const window = text.slice(from, to);
  // Two rules may see the same name: `HttpStatus.SC_NOT_FOUND`.
  const places = new Map<number, StatusPlace>();
  for (const match of contexts.flatMap((context) => [...window.matchAll(context)])) {
    const status = statusOf(match.groups ?? {});
    const start = from + match.index;
    if (status !== undefined) places.set(start, { start, end: start + match[0].length, status });
  }
  return [...places.values()];
}

function statusOf({ number, name }: Record<string, string | undefined>): number | undefined {
  const named = statusByName.get(fold(name ?? ''));
  return number ? (named === undefined || named === Number(number) ? Number(number) : undefined) : named;
}
