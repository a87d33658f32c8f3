/** A shell's words in a text (POSIX, "Quoting"), with `$'…'` as browsers copy it; nothing where a quote stays open. */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  const token =
    /\\\r?\n|\\([\s\S])|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\s'"\\]+)|(\s+)|[\s\S]/y;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, escaped, ansi, single, double, plain, space] = match;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    const part = escaped ?? single ?? plain ?? (ansi === undefined ? unescaped(double) : unescapedAnsi(ansi));
    if (part !== undefined) word = (word ?? '') + part;
    else if (!whole.startsWith('\\')) return undefined;
  }
  if (word !== undefined) words.push(word);
  return words;
}

const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/\\(?:\r?\n|([$`"\\]))/g, (_whole, char: string | undefined) => char ?? '');

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescapedAnsi = (text: string): string =>
  text.replace(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
    (_whole, wide?: string, byte?: string, char = '') => {
      const code = wide ?? byte;
      return code === undefined ? (controls[char] ?? char) : String.fromCharCode(parseInt(code, 16));
    },
  );
