/**
 * A form body (`number=INV-7&amount=12.5`) as an object of JSON, one member a line; numbers and booleans as such.
 * Undefined where a name stands twice or the text is no form.
 */
export function formToJson(form: string): string | undefined {
  const text = form.replace(/\r?\n\s*(?=&)|(?<=&)\s*\r?\n\s*/g, '').trim();
  const pairs = text.split('&').map((pair) => /^([^=\s]+)=(.*)$/.exec(pair));
  const members: string[] = [];
  const names = new Set<string>();
  for (const pair of pairs) {
    if (!pair) return undefined;
    const [name, value] = [decode(pair[1] ?? ''), decode(pair[2] ?? '')];
    if (name === undefined || value === undefined || names.has(name)) return undefined;
    names.add(name);
    const isPlain = /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d+)?|true|false)$/.test(value);
    members.push(`  ${JSON.stringify(name)}: ${isPlain ? value : JSON.stringify(value)}`);
  }
  return `{\n${members.join(',\n')}\n}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
