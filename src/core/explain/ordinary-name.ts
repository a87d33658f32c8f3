/** Words of errors that every API has: a name made of these alone tells nothing of whose it is. */
const ordinary = new Set(
  `a an and any are at be been by can cannot could did do does for from has have in invalid is it must no not of on or
  please that the this to too try again later was were with you your
  error errors code message problem issue failed failure fail exception unexpected unknown internal server service
  request requests response bad malformed missing required requires empty field fields parameter parameters param body
  value values input data format json payload validation invalidated key keys id name type
  resource resources object item record entity route endpoint page path url method operation action
  found exist exists allowed supported available unavailable temporarily gone deleted removed duplicate duplicated already
  conflict locked disabled inactive suspended
  auth authentication authorization authenticated authorized unauthenticated unauthorized unauthorised login session
  credential credentials token tokens access refresh api bearer header signature secret password user account client
  expired revoked provided given wrong incorrect denied forbidden permission permissions insufficient scope scopes role
  privileges
  rate limit limits limited limiting exceeded exceeds quota reached throttled throttle many large long small short
  maximum minimum max min size timeout timed out time gateway upstream connection network`.split(/\s+/),
);

/** Whether a code or message template is made of ordinary words and placeholders only: `RESOURCE_NOT_FOUND`. */
export function isOrdinaryName(name: string): boolean {
  const words = name
    .replace(/\{\w+\}/g, ' ')
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu);
  return words?.every((word) => ordinary.has(word)) ?? false;
}
