import type { SentRequest } from '../exchange/exchange';

/** Fields that curl writes by itself. */
const byItself = /^(?:host|content-length|connection|transfer-encoding)$/i;

/** The request as a command for a POSIX shell; it holds what the request holds, so redact the request first. */
export function curlCommand(request: SentRequest, mostBody = 4000): string {
  const parts = [`curl -i -X ${shellQuote(request.method)} ${shellQuote(request.url)}`];
  for (const [name, value] of request.headers)
    if (!byItself.test(name)) parts.push(`-H ${shellQuote(`${name}: ${value}`)}`);
  const body = request.body?.text ?? '';
  if (body !== '')
    parts.push(`--data-raw ${shellQuote(body.length > mostBody ? `${body.slice(0, mostBody)}…` : body)}`);
  return parts.join(' \\\n  ');
}

/** Within single quotes a shell takes everything as it stands but the quote itself; it cannot take NUL at all. */
export function shellQuote(text: string): string {
  const clean = text.replaceAll('\0', '');
  return /^[\w@%+=:,./-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", String.raw`'\''`)}'`;
}
