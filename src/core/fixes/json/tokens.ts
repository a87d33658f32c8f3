/** A piece of a text that is meant to be JSON. */
export interface Token {
  readonly kind: 'punctuation' | 'string' | 'word' | 'variable' | 'comment' | 'odd';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const quotePairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '””"',
  '‘': '’‘',
  '”': '”',
};

/**
 * The tokens of a text that is JSON, nearly JSON (JavaScript, Python, JSON5), or a template of one with `{{variables}}`;
 * white space is left out. Total: what is none of it is `odd`.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /^[\s\uFEFF\u00A0]+/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const { kind, length } = tokenAt(text, at);
    tokens.push({ kind, text: text.slice(at, at + length), start: at, end: at + length });
    at += length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): { kind: Token['kind']; length: number } {
  const rest = text.slice(at, at + 4);
  if (rest.startsWith('{{')) {
    const end = text.indexOf('}}', at);
    const nested = /^\{\{\s*["'[{]/.test(text.slice(at, at + 50));
    if (end > 0 && !nested && !text.slice(at, end).includes('\n'))
      return { kind: 'variable', length: end + 2 - at };
  }
  const char = text.charAt(at);
  if ('{}[]:,'.includes(char)) return { kind: 'punctuation', length: 1 };
  if (rest.startsWith('//') || char === '#') return { kind: 'comment', length: lineLength(text, at) };
  if (rest.startsWith('/*')) {
    const end = text.indexOf('*/', at + 2);
    return { kind: 'comment', length: (end < 0 ? text.length : end + 2) - at };
  }
  if (quotePairs[char] !== undefined) return stringAt(text, at, quotePairs[char]);
  const word = /^[\w$.+-]+/.exec(text.slice(at, at + 10_000))?.[0];
  return word === undefined ? { kind: 'odd', length: 1 } : { kind: 'word', length: word.length };
}

/** A string ends at its closing mark; one that is not closed on its line is `odd` up to there. */
function stringAt(text: string, at: number, closing: string): { kind: Token['kind']; length: number } {
  for (let end = at + 1; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '\\') end++;
    else if (closing.includes(char)) return { kind: 'string', length: end + 1 - at };
    else if (char === '\n') return { kind: 'odd', length: end - at };
  }
  return { kind: 'odd', length: text.length - at };
}

function lineLength(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return (end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end) - at;
}
