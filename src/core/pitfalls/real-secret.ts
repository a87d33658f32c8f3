/** A stretch of a source that is written as keys or tokens are. */
export interface Secret {
  kind: 'jwt' | 'key';
  text: string;
  start: number;
  end: number;
}

/** Words that people write where a secret goes, and keys that are meant to be public or for trying things out. */
const placeholder =
  /example|sample|fake|dummy|placeholder|redacted|changeme|your|xxxx|0000|1234567|abcdef|test|secret_?here/i;
const harmlessKey = /^(?:pk_|(?:sk|rk)_test_|sk-(?:test|dummy|fake|xxx))/;

/** Whether it opens something: no placeholder, no example of a manual, nothing that is public by design. */
export function isRealSecret({ kind, text }: Secret, source: string): boolean {
  return kind === 'jwt' ? isRealToken(text) : isRealKey(text, source);
}

function isRealKey(text: string, source: string): boolean {
  if (harmlessKey.test(text) || placeholder.test(text)) return false;
  // What runs in browsers sends these keys to everybody: they are restricted by address instead.
  if (text.startsWith('AIza') && /firebase|authDomain|maps\.google/i.test(source)) return false;
  const value = text.replace(/^[A-Za-z]{2,6}[-_]/, '');
  return /\d/.test(value) && /[A-Za-z]/.test(value) && bits(value) >= 3 && !isWords(value);
}

/** `spinner-3-dots-loading`: words and numbers, one of each kind a part. */
const isWords = (value: string): boolean =>
  value.split(/[-_]/).length > 2 &&
  value.split(/[-_]/).every((part) => /^(?:[a-z]*|[A-Z]*|\d{1,3})$/.test(part));

/** Shannon entropy a character: random keys have more than three bits, repeated or counted ones less. */
function bits(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}

/** A signed token whose parts can be read, of nobody that manuals know, and not Supabase's public one. */
function isRealToken(text: string): boolean {
  const [head = '', body = '', signature = ''] = text.split('.');
  const header = readPart(head);
  const claims = readPart(body);
  if (!header || typeof header.alg !== 'string' || !claims) return false;
  if (signature.length < 20 || bits(signature) < 3.5 || /x{6}|\.{3}/i.test(signature)) return false;
  const { name, sub, role } = claims;
  return !(name === 'John Doe' || sub === '1234567890' || role === 'anon');
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
