import { type Token, tokensOf } from './tokens';

/** A replacement of `[start, end)` of the text. */
export interface JsonEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface JsonRepair {
  readonly edits: readonly JsonEdit[];
  /** It only took out or replaced what JSON does not have: nothing had to be guessed. */
  readonly certain: boolean;
}

/** Words of JavaScript and Python, in JSON's spelling. */
const words: Readonly<Record<string, string>> = {
  True: 'true',
  False: 'false',
  None: 'null',
  undefined: 'null',
  NaN: 'null',
};

/** What JSON writes without quotes: RFC 8259 §3, §6. */
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Longer bodies are data, not something that a person wrote. */
const longest = 500_000;

/**
 * The edits that make JSON of a text that nearly is: comments, trailing and missing commas, quotation marks, words of
 * other languages, brackets left open. All else stays as its author formatted it. Undefined where that does not make
 * JSON of it, or where it is already.
 */
export function repairJson(text: string): JsonRepair | undefined {
  if (text.length > longest || isJson(text)) return undefined;
  const found = new Repairer(text).repair();
  const repaired = applyJsonEdits(text, found.edits);
  return found.edits.length > 0 && isJson(repaired) ? found : undefined;
}

export function applyJsonEdits(text: string, edits: readonly JsonEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** A variable outside of a string stands for any value, within one for any text. */
function isJson(text: string): boolean {
  const filled = tokensOf(text)
    .map(({ kind, text: token }) => (kind === 'variable' ? '0' : token))
    .join(' ');
  try {
    JSON.parse(filled);
    return !/^\uFEFF/.test(text);
  } catch {
    return false;
  }
}

class Repairer {
  private readonly edits: JsonEdit[] = [];
  private certain = true;
  private readonly open: string[] = [];
  private readonly tokens: Token[];

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  repair(): JsonRepair {
    if (this.text.startsWith('\uFEFF')) this.put(0, 1, '');
    for (const token of this.tokens) if (token.kind === 'comment') this.dropComment(token);
    const tokens = this.tokens.filter(({ kind }) => kind !== 'comment');
    tokens.forEach((token, at) => this.look(token, tokens[at - 1], tokens[at + 1]));
    const last = tokens.at(-1);
    if (last && this.open.length > 0) {
      this.certain = false;
      if (last.text === ',') this.put(last.start, last.end, '');
      this.put(last.end, last.end, this.open.reverse().join(''));
    }
    this.edits.sort((a, b) => a.start - b.start || a.end - b.end);
    return { edits: this.edits, certain: this.certain };
  }

  private look(token: Token, before: Token | undefined, after: Token | undefined): void {
    if (before && isEnd(before) && isStart(token)) this.putComma(before);
    const { kind, text, start, end } = token;
    if (kind === 'string') return this.requote(token);
    if (kind === 'word') return this.spell(token, after);
    if (text === '{') this.open.push('}');
    else if (text === '[') this.open.push(']');
    else if (text === '}' || text === ']') {
      if (this.open.at(-1) === text) this.open.pop();
    } else if (text === ',') {
      const isDoubled = before?.text === ',' || before?.text === '{' || before?.text === '[';
      if (isDoubled || !after || after.text === '}' || after.text === ']') {
        if (after || this.open.length === 0) this.put(start, end, '');
      }
    }
  }

  /** A comma behind the value before, where it was left out. */
  private putComma(before: Token): void {
    this.certain = false;
    this.put(before.end, before.end, ',');
  }

  private requote({ text, start, end }: Token): void {
    if (text.startsWith('"') && text.endsWith('"')) return;
    const inner = text
      .slice(1, -1)
      .replace(/\\(['`])/g, '$1')
      .replace(/\\?"/g, '\\"');
    this.put(start, end, `"${inner}"`);
  }

  private spell({ text, start, end }: Token, after: Token | undefined): void {
    if (after?.text === ':') return this.put(start, end, JSON.stringify(text));
    if (literal.test(text)) return;
    const known = words[text];
    if (known !== undefined) return this.put(start, end, known);
    this.certain = false;
    if (/^[A-Za-z_$]/.test(text)) this.put(start, end, JSON.stringify(text));
    else if (/^\+?(?:\.\d+|\d+\.?\d*)$/.test(text)) this.put(start, end, String(Number(text)));
  }

  /** With its line, where nothing else stands there; otherwise with the space before it. */
  private dropComment({ start, end }: Token): void {
    const before = /[^\S\n]*$/.exec(this.text.slice(Math.max(0, start - 500), start))?.[0].length ?? 0;
    const isFirst = start === before || this.text[start - before - 1] === '\n';
    const rest = /^[^\S\n]*\n/.exec(this.text.slice(end, end + 500))?.[0];
    this.put(start - before, isFirst && rest !== undefined ? end + rest.length : end, '');
  }

  private put(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }
}

const isEnd = ({ kind, text }: Token): boolean =>
  kind === 'string' || kind === 'word' || kind === 'variable' || text === '}' || text === ']';
const isStart = ({ kind, text }: Token): boolean =>
  kind === 'string' || kind === 'word' || kind === 'variable' || text === '{' || text === '[';
