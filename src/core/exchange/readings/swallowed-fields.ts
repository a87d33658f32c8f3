import type { Reading } from '../reading';

/** Request header fields that people write; a body that starts with such a line was not meant to. */
const requestField =
  /^(Authorization|Accept(?:-[A-Za-z]+)?|Content-(?:Type|Length|Encoding|Language)|Cookie|Host|Origin|Referer|User-Agent|Cache-Control|Connection|If-[A-Za-z-]+|Prefer|Idempotency-Key|(?:[A-Za-z]+-)*Api-?Key|X-[A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*\S/i;

export interface SwallowedFields {
  readonly fields: readonly string[];
  /** Zero-based line of the file that is blank before them. */
  readonly line?: number;
}

/** The header fields that a stray blank line turned into the start of the body. */
export function swallowedFields({ requestBody, exchange: { request, written } }: Reading): SwallowedFields {
  // A part of a multipart body, a nested request, a message and a text may well start so.
  if (/^(?:multipart|message|text)\/|^application\/http$/.test(requestBody.mediaType ?? ''))
    return { fields: [] };
  const fields: string[] = [];
  for (const line of (request.body?.text ?? '').slice(0, 8192).trimStart().split(/\r?\n/, 20)) {
    const name = requestField.exec(line)?.[1];
    if (name === undefined) break;
    fields.push(name);
  }
  const [first] = fields;
  if (first === undefined || !written) return { fields };
  const lines = written.text.split(/\r?\n/);
  const below = lines.findIndex(
    (line, place) =>
      place > 0 &&
      line.trimStart().toLowerCase().startsWith(`${first.toLowerCase()}`) &&
      lines[place - 1]?.trim() === '',
  );
  return below < 0 ? { fields } : { fields, line: written.firstLine + below - 1 };
}
