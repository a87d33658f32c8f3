/** A request as a server sees it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** What the server has to say besides. */
  readonly said: string;
}

export interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly fields?: readonly (readonly [name: string, value: string])[];
  readonly type: string;
  readonly body: string;
}

const json = (value: unknown): string => JSON.stringify(value);
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');
const latin = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').slice(0, 500);

/** What stands for itself in a request: credentials, cookies, parameters, values of the body. */
export function valuesOf({ url, fields, body }: Seen): string[] {
  const words = fields
    .filter(([name]) => !/^(?:host|connection|content-.*|accept.*|user-agent)$/i.test(name))
    .flatMap(([, value]) =>
      value.split(/[\s;]+/).map((word) => word.replace(/^\w+=/, '').replace(/^"|"$/g, '')),
    );
  const query = [...new URL(url, 'http://x').searchParams.values()];
  const leaves: string[] = [];
  try {
    JSON.parse(body, (_name, value: unknown) => (typeof value === 'string' && leaves.push(value), value));
  } catch {
    if (/^[\w.]+=/.test(body)) leaves.push(...new URLSearchParams(body).values());
  }
  return [...words, ...query, ...leaves].filter((value) => value.length > 6);
}

/** Ten ways in which servers give away what they were sent. */
export const echoes: readonly ((seen: Seen) => Answer)[] = [
  (seen) => ({
    status: 400,
    type: 'application/json',
    body: json({ error: { code: 'INVALID_REQUEST', message: `Cannot ${seen.method} ${seen.url}: ${seen.said}` }, request: seen }),
  }),
  (seen) => ({
    status: 500,
    type: 'text/plain',
    body: `Error: cannot handle ${seen.method} ${seen.url}\n    at handle (/srv/app.js:10:5)\nRequest headers: ${json(Object.fromEntries(seen.fields))}\nBody: ${seen.body}\n${seen.said}`,
  }),
  (seen) => ({
    status: 502,
    type: 'text/html',
    body: `<html><title>502 Bad Gateway</title><body><pre>${html(`${seen.url}\n${seen.fields.map((field) => field.join(': ')).join('\n')}\n\n${seen.body}\n${seen.said}`)}</pre></body></html>`,
  }),
  (seen) => ({
    status: 403,
    type: 'application/xml',
    body: `<Error><Code>AccessDenied</Code><Message>${html(seen.said)} ${html(valuesOf(seen).join(' '))}</Message><Resource>${html(seen.url)}</Resource></Error>`,
  }),
  (seen) => ({
    status: 401,
    reason: latin(`Invalid ${valuesOf(seen).join(' ')}`),
    fields: [
      ['WWW-Authenticate', `Bearer realm="shop", error="invalid_token", error_description="${latin(valuesOf(seen).join(' ').replaceAll('"', '\\"'))}"`],
      ['X-Debug', latin(encodeURIComponent(valuesOf(seen).join(' ')))],
      ['X-Debug-Base64', valuesOf(seen).map((value) => Buffer.from(value).toString('base64')).join(' ').slice(0, 2000)],
    ],
    type: 'application/json',
    body: json({ message: seen.said || 'Unauthorized' }),
  }),
  (seen) => ({
    status: 422,
    type: 'application/json',
    body: json({ success: false, error: `upstream said ${json({ body: json(seen.body), values: valuesOf(seen) })}`, trace: json(seen) }),
  }),
  (seen) => ({
    status: 401,
    type: 'application/problem+json',
    body: json({ type: 'about:blank', title: 'Unauthorized', detail: `${valuesOf(seen).map((value) => `'${value}' is not valid`).join(', ')}. ${seen.said}`, instance: seen.url }),
  }),
  (seen) => ({
    status: 500,
    type: 'text/plain',
    body: `Traceback (most recent call last):\n  File "app.py", line 3\nValueError: {${seen.fields.map(([name, value]) => `'${name}': '${value}'`).join(', ')}} ${seen.body} ${seen.said}`,
  }),
  (seen) => ({
    status: 429,
    type: 'application/json',
    fields: [['Retry-After', '30'], ['X-Request-Url', latin(seen.url)]],
    body: json({ errors: [{ code: 'RATE_LIMITED', field: seen.url, message: `Key ${valuesOf(seen).join(', ')} is over its limit; ${seen.said}` }], received: seen.body }),
  }),
  (seen) => ({
    status: 200,
    type: 'application/json',
    body: json({ success: false, errors: [{ message: seen.said || 'failed', extensions: { code: valuesOf(seen)[0], query: seen.body, headers: Object.fromEntries(seen.fields) } }] }),
  }),
]; // prettier-ignore
