import type { Answer, Seen } from './echoes';
import { valuesOf } from './echoes';

const json = (value: unknown): string => JSON.stringify(value);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** One line, as header fields and reason phrases take it. */
const line = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 2000);
const unicode = (text: string): string =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string): string =>
  [...text].map((char) => `&#x${char.charCodeAt(0).toString(16)};`).join('');
const wholeOf = (seen: Seen): string =>
  `${seen.method} ${seen.url}\n${seen.fields.map((field) => field.join(': ')).join('\n')}\n\n${seen.body}\n${seen.said}`;
const all = (seen: Seen, change: (value: string) => string): string =>
  [...valuesOf(seen), ...seen.said.split(/\s+/)].map(change).join(' ');
const message = (text: string): Answer => ({
  status: 400,
  type: 'application/json',
  body: json({ error: { code: 'INVALID', message: text } }),
});

/** Ways in which servers give away what they were sent in part, in another case, in lines or encoded. */
export const partialEchoes: readonly (readonly [how: string, echo: (seen: Seen) => Answer])[] = [
  ['the first 16 characters', (seen) => message(`Bad: ${all(seen, (value) => `${value.slice(0, 16)}...`)}`)],
  ['the last 16 characters', (seen) => message(`Bad: ${all(seen, (value) => `...${value.slice(-16)}`)}`)],
  ['all but the first and last', (seen) => message(`Bad: ${all(seen, (value) => value.slice(1, -1))}`)],
  ['lines of 13 characters', (seen) => message(all(seen, (value) => value.replace(/.{13}/g, '$&\n  ')))],
  ['lines of 14, commented', (seen) => ({ status: 500, type: 'text/plain', body: all(seen, (value) => value.replace(/.{14}/g, '$&\r\n# ')) })],
  ['upper case', (seen) => message(all(seen, (value) => value.toUpperCase()))],
  ['lower case', (seen) => message(all(seen, (value) => value.toLowerCase()))],
  ['Base64 of the request', (seen) => message(base64(wholeOf(seen)))],
  ['Base64 of it behind a byte', (seen) => message(all(seen, (value) => base64(`x${value}`)))],
  ['URL-safe Base64 of it behind two', (seen) => message(all(seen, (value) => Buffer.from(`xy${value}z`).toString('base64url')))],
  ['hex', (seen) => message(all(seen, (value) => Buffer.from(value).toString('hex')))],
  ['percent-encoded twice', (seen) => message(encodeURIComponent(encodeURIComponent(wholeOf(seen))))],
  ['each character an escape of JSON', (seen) => ({ ...message(''), body: `{"error":{"message":"${unicode(all(seen, (value) => value))}"}}` })],
  ['each character an escape of JSON in JSON', (seen) => message(unicode(all(seen, (value) => value)))],
  ['each character an entity', (seen) => ({ status: 400, type: 'text/html', body: `<html><title>${entities(all(seen, (value) => value))}</title><h1>${entities(wholeOf(seen))}</h1></html>` })],
  ['JSON of the request as a source file’s string', (seen) => ({ status: 500, type: 'text/plain', body: `Error: ${json(json(json(seen)))}\n    at handle (/srv/app.js:10:5)` })],
  ['a Location', (seen) => ({ status: 302, fields: [['Location', `/login?next=${encodeURIComponent(seen.url)}&was=${encodeURIComponent(line(all(seen, (value) => value)))}`]], type: 'text/html', body: `<a href="/login?was=${encodeURIComponent(all(seen, (value) => value.slice(0, 20)))}">Found</a>` })],
  ['Set-Cookie', (seen) => ({ status: 401, fields: [['Set-Cookie', `last=${encodeURIComponent(all(seen, (value) => value)).slice(0, 2000)}; Path=/`], ['Set-Cookie', `debug=1; Path=/${encodeURIComponent(all(seen, (value) => value)).slice(0, 2000)}`]], type: 'application/json', body: '{}' })],
  ['a field’s name', (seen) => ({ status: 422, type: 'application/json', body: json({ errors: Object.fromEntries([...valuesOf(seen), ...seen.said.split(/\s+/)].map((value) => [value, ['is invalid']])) }) })],
  ['an error’s code', (seen) => ({ status: 400, type: 'application/json', body: json({ code: valuesOf(seen)[0] ?? seen.said, errors: [...valuesOf(seen)].map((code) => ({ code, field: code, request_id: code })) }) })],
  ['header fields of rates and ids', (seen) => ({ status: 429, fields: [['Retry-After', line(all(seen, (value) => value))], ['X-Request-Id', line(all(seen, (value) => value.slice(0, 20)))], ['X-RateLimit-Limit', line(all(seen, (value) => value))], ['Server', line(all(seen, (value) => value.slice(2)))], ['Allow', line(all(seen, (value) => value))]], type: 'application/json', body: '{}' })],
  ['no HTTP', (seen) => ({ status: 0, type: '', body: valuesOf(seen).join(' ') })],
]; // prettier-ignore
