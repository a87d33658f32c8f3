/** The shortest part of a secret that counts as a leak, where the whole was given away. */
export const partOfWhole = 8;
/** The same where a part was, or something else made of it. */
export const partOfPart = 12;

/** What of a secret stands in a text: the secret, a part of it, or either of them encoded; undefined where nothing does. */
export function traceOf(secret: string, text: string, shortest = partOfWhole): string | undefined {
  for (const [spelling, size] of spellings(secret)) {
    const length = Math.min(shortest * size, spelling.length);
    for (let start = 0; start + length <= spelling.length; start += size) {
      const part = spelling.slice(start, start + length);
      if (text.includes(part)) return part;
    }
  }
  return undefined;
}

/** How it may be written, and how many characters stand for one of its own. */
export function spellings(secret: string): [spelling: string, size: number][] {
  // Behind one or two other bytes it is encoded another way; what it shares with them tells nothing of it.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from('x'.repeat(shift) + secret)
      .toString('base64')
      .replace(/.?=+$/, '')
      .slice(shift === 0 ? 0 : shift + 1),
  );
  const codes = Array.from(secret, (char) => char.charCodeAt(0).toString(16));
  return [
    ...[
      secret,
      secret.toUpperCase(),
      secret.toLowerCase(),
      encodeURIComponent(secret),
      encodeURIComponent(encodeURIComponent(secret)),
      JSON.stringify(secret).slice(1, -1),
      ...base64,
      ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ].map((spelling): [string, number] => [spelling, 1]),
    [Buffer.from(secret).toString('hex'), 2],
    [codes.map((code) => `\\u${code.padStart(4, '0')}`).join(''), 6],
    [codes.map((code) => `&#x${code};`).join(''), 6],
  ];
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
