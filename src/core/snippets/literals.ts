import type { SnippetLanguage } from './snippet-catalog';

/** Writes values of an API's catalog as literals of a language, in its sources' own spelling. */
export interface LiteralWriter {
  string(text: string): string;
  strings(texts: readonly string[]): string;
  /** The members that a dotted path names: `data.items[]` is `.data.items[0]`. */
  path(path: string): string;
  /** A JSON value; a string `{{name}}` is written as the expression that `holes` has for it. */
  value(value: unknown, holes?: Readonly<Record<string, string>>): string;
}

export function literalWriter({ literals, lexical }: SnippetLanguage): LiteralWriter {
  const quote = lexical.quotes[0] ?? '"';
  const isName = (text: string) => /^[A-Za-z_]\w*$/.test(text);
  const inert = (text: string) =>
    Array.from(text, (char) => (literals.escaped?.includes(char) ? `\\${char}` : char)).join('');
  const quoted = (text: string) => quote + inert(JSON.stringify(text).slice(1, -1)) + quote;
  const writer: LiteralWriter = {
    string: (text) =>
      quote +
      inert(JSON.stringify(text).slice(1, -1)).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`) +
      quote,
    strings: (texts) => texts.map(writer.string).join(literals.separator ?? ', '),
    path: (path) => {
      const steps = path.split(/\.|(?=\[\])/);
      if (literals.steps) return writer.strings(steps);
      return steps
        .map((step) => {
          if (step === '[]') return '[0]';
          return literals.member && isName(step)
            ? literals.member.replace('{name}', step)
            : `[${writer.string(step)}]`;
        })
        .join('');
    },
    value(value, holes = {}) {
      if (typeof value === 'string') {
        const hole = /^\{\{(\w+)\}\}$/.exec(value)?.[1];
        return filled(holes, hole) ?? writer.string(value);
      }
      if (Array.isArray(value)) {
        const [open, close] = literals.array ?? ['[', ']'];
        return open + value.map((item) => writer.value(item, holes)).join(', ') + close;
      }
      if (literals.json && typeof value === 'object') {
        const parts = JSON.stringify(value).split(holePattern(holes));
        return parts
          .map((part, at) => (at % 2 ? (holes[part] ?? '') : quoted(part)))
          .join(literals.concatenation ?? ' + ');
      }
      if (typeof value === 'object' && value !== null) {
        const key = (name: string) => (literals.plainKeys && isName(name) ? name : writer.string(name));
        const pairs = Object.entries(value).map(
          ([name, item]) => `${key(name)}${literals.pair ?? ': '}${writer.value(item, holes)}`,
        );
        const [open, close] = literals.object ?? (literals.plainKeys ? ['{ ', ' }'] : ['{', '}']);
        return open + pairs.join(', ') + close;
      }
      const word = String(value);
      return literals.words[word] ?? word;
    },
  };
  return writer;
}

const filled = (holes: Readonly<Record<string, string>>, name: string | undefined): string | undefined =>
  name !== undefined && Object.hasOwn(holes, name) ? holes[name] : undefined;

/** The holes there are, as they stand in a JSON text; one that there is none of stays text. */
const holePattern = (holes: Readonly<Record<string, string>>): RegExp =>
  new RegExp(`"\\{\\{(${Object.keys(holes).join('|') || '(?!)'})\\}\\}"`);
