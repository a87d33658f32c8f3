import type { Lexical, SnippetLanguage } from './snippet-catalog';
import type { Grammar, SyntaxNode } from './syntax';

/** How a file is spelled: what inserted code must look like. */
export interface DocumentStyle {
  lineEnd: '\n' | '\r\n';
  indent: string;
  quote: string;
  /** Whether statements that can end in a semicolon do. */
  semicolons: boolean;
}

/** So much of a file is enough to tell its style by. */
const sample = 10_000;

/** Reads the style off the file; `fallbackIndent` is the editor's setting, for a file without indentation. */
export function readStyle(
  source: string,
  language: SnippetLanguage,
  grammar: Grammar,
  root: SyntaxNode,
  fallbackIndent = language.lexical.indent,
): DocumentStyle {
  const [own = '"', ...others] = language.lexical.quotes;
  const counts = new Map(language.lexical.quotes.map((quote) => [quote, 0]));
  const head = source.slice(0, sample);
  let ended = 0;
  let statements = 0;
  for (const { captures } of grammar.query(language.style).matches(root, { start: 0, end: sample })) {
    for (const { name, node } of captures) {
      if (name === 'statement') {
        statements++;
        if (node.text.endsWith(';')) ended++;
      } else {
        const quote = /^[a-z]*(["'])(?!\1\1)/i.exec(node.text)?.[1] ?? '';
        counts.set(quote, (counts.get(quote) ?? 0) + 1);
      }
    }
  }
  return {
    lineEnd: (head.split('\r\n').length - 1) * 2 > head.split('\n').length - 1 ? '\r\n' : '\n',
    indent: indentOf(head) ?? fallbackIndent,
    quote: others.find((quote) => (counts.get(quote) ?? 0) > (counts.get(own) ?? 0)) ?? own,
    semicolons: ended * 2 >= statements,
  };
}

/** A tab, or the number of spaces by which lines are most often indented deeper than the line before. */
function indentOf(text: string): string | undefined {
  const steps = new Map<string, number>();
  let before = '';
  for (const line of text.split(/\r?\n/)) {
    const indent = /^[ \t]*(?=[^\s*])/.exec(line)?.[0];
    if (indent === undefined) continue;
    const step = indent.startsWith(before) ? indent.slice(before.length) : '';
    const unit = step.startsWith('\t') ? '\t' : step;
    if (unit === '\t' || unit.length >= 2) steps.set(unit, (steps.get(unit) ?? 0) + 1);
    before = indent;
  }
  return [...steps].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a string would be another one between other quotes: for its escapes, or what Ruby takes for code in them. */
const changesMeaning = (token: string, quote: string): boolean =>
  token.includes(quote) || /\\|#[{$@]/.test(token);

/** Spells a snippet's source as the file is: indentation, quotes and semicolons; line ends come last, elsewhere. */
export function respell(source: string, lexical: Lexical, style: DocumentStyle): string {
  const own = lexical.quotes[0] ?? '"';
  const tokens = new RegExp([...lexical.verbatim, `${own}(?:[^${own}\\\\\\n]|\\\\.)*${own}`].join('|'), 'g');
  const quoted = source.replace(tokens, (token) =>
    token.startsWith(own.repeat(3)) || !token.startsWith(own) || changesMeaning(token, style.quote)
      ? token
      : style.quote + token.slice(1, -1) + style.quote,
  );
  return quoted
    .split('\n')
    .map((line) => {
      const depth = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      const levels = Math.floor(depth / lexical.indent.length);
      const text = style.indent.repeat(levels) + line.slice(levels * lexical.indent.length);
      return style.semicolons ? text : text.replace(/;$/, '');
    })
    .join('\n');
}
