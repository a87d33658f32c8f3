/** The shortest part of a secret that counts as a leak. */
const shortestPart = 8;

/** What of a secret stands in a text: the secret, a part of it, or either of them encoded; undefined where nothing does. */
export function traceOf(secret: string, text: string): string | undefined {
  for (const spelling of spellings(secret)) {
    for (let start = 0; start + shortestPart <= spelling.length; start++) {
      const part = spelling.slice(start, start + shortestPart);
      if (text.includes(part)) return part;
    }
  }
  return undefined;
}

function spellings(secret: string): Set<string> {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return new Set([
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
  ]);
}

/** Every text in a value, as it is and as JSON would write it. */
export function textsIn(value: unknown): string {
  const texts: string[] = [JSON.stringify(value)];
  const visit = (part: unknown): void => {
    if (typeof part === 'string') texts.push(part);
    else if (part !== null && typeof part === 'object')
      for (const [name, inner] of Object.entries(part)) {
        texts.push(name);
        visit(inner);
      }
  };
  visit(value);
  return texts.join('\n');
}
