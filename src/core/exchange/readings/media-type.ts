/** A media type without its parameters, lower-case: `application/json`. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type === '' ? undefined : type;
}

/** `application/json` and every `+json` (RFC 6839 §3.1). */
export const isJsonType = (mediaType: string | undefined): boolean =>
  mediaType !== undefined && /^[\w.-]+\/(?:[\w.-]+\+)?json$/.test(mediaType);

export const isXmlType = (mediaType: string | undefined): boolean =>
  mediaType !== undefined && /^[\w.-]+\/(?:[\w.-]+\+)?xml$/.test(mediaType);

/** The media ranges of an Accept field, those with `q=0` left out (RFC 9110 §12.5.1). */
export function acceptedRanges(accept: string): string[] {
  return accept
    .split(',')
    .filter((range) => !/;\s*q=0(?:\.0*)?\s*(?:;|$)/i.test(range))
    .map((range) => mediaTypeOf(range) ?? '')
    .filter((range) => range !== '');
}

/** Whether a media range such as `text/*` covers a media type. */
export function rangeCovers(range: string, mediaType: string): boolean {
  if (range === '*/*' || range === '*' || range === mediaType) return true;
  return range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1));
}
