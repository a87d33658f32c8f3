import { type MessagePattern, messagePatternOf } from './message-pattern';
import { PhraseTrie } from './phrase-trie';
import { WordSet } from './word-set';
import { type Word, WordReader, wordsOf } from './words';

/** What a pattern names: a problem by its code or message, a field or claim, or an API by a host, an endpoint or a word. */
export type PatternKind = 'code' | 'message' | 'field' | 'claim' | 'host' | 'endpoint' | 'word';

const kinds: readonly PatternKind[] = ['code', 'message', 'field', 'claim', 'host', 'endpoint', 'word'];

/** The first words of a pattern were met; the text itself is still to be compared. */
export interface Candidate {
  readonly kind: PatternKind;
  readonly text: string;
  /** Refs of problems (code, message, field, claim) or numbers of APIs. */
  readonly owners: readonly number[];
  /** Where the words that were met begin and end. */
  readonly start: number;
  readonly end: number;
  /** Of a message: its template, parsed. */
  readonly message?: MessagePattern;
}

/** Templates that are kept parsed; a text names a handful. */
const keptMessages = 1000;

/** Every text that catalogs want recognized, each stored once however many problems share it. */
export class PatternTable {
  private readonly texts: string[] = [];
  private readonly kindOf: number[] = [];
  private readonly owners: (number | number[])[] = [];
  private readonly known = new Map<string, number | number[]>();
  /** Templates that were met, parsed. */
  private readonly messages = new Map<number, MessagePattern>();
  /** The first words of all patterns: most words of a text begin none. */
  private readonly firstWords = new WordSet(1 << 20);
  private readonly trie = new PhraseTrie((pattern) =>
    anchorOf(kinds[this.kindOf[pattern] as number] as PatternKind, this.texts[pattern] as string),
  );

  add(kind: PatternKind, text: string, owner: number): void {
    const pattern = this.find(kind, text);
    if (pattern === undefined) {
      const anchor = anchorOf(kind, text);
      const [first] = anchor;
      if (!first) return;
      this.firstWords.add(first.hash);
      this.trie.add(this.store(kind, text, owner), anchor);
      return;
    }
    const present = this.owners[pattern] as number | number[];
    if (Array.isArray(present)) {
      if (present.at(-1) !== owner) present.push(owner);
    } else if (present !== owner) {
      this.owners[pattern] = [present, owner];
    }
  }

  /** Every pattern that may stand among `words`, in the order of its start. */
  candidates(words: readonly Word[]): Candidate[] {
    const { trie } = this;
    const found: Candidate[] = [];
    for (let first = 0; first < words.length; first++) {
      let state = -1;
      for (let at = first; at < words.length; at++) {
        const { hash } = words[at] as Word;
        state = at === first ? trie.first(hash) : trie.next(state, hash);
        if (state < 0) break;
        trie.phrasesAt(state, (pattern) =>
          found.push(this.candidate(pattern, (words[first] as Word).start, (words[at] as Word).end)),
        );
      }
    }
    return found;
  }

  /** Calls `visit` with every pattern that may begin with this word of a text; allocates nothing where none may. */
  candidatesAt(text: string, word: Word, to: number, visit: (candidate: Candidate) => void): void {
    if (!this.firstWords.mayHave(word.hash)) return;
    const { trie } = this;
    let state = trie.first(word.hash);
    if (state < 0) return;
    const { start } = word;
    let { end } = word;
    let last: WordReader | undefined;
    for (;;) {
      if (trie.hasPhrases(state)) this.visitPhrases(state, start, end, visit);
      if (!trie.goesOn(state)) return;
      last ??= new WordReader(text, end, to);
      if (!last.next()) return;
      state = trie.next(state, last.hash);
      if (state < 0) return;
      end = last.end;
    }
  }

  private visitPhrases(
    state: number,
    start: number,
    end: number,
    visit: (candidate: Candidate) => void,
  ): void {
    this.trie.phrasesAt(state, (pattern) => visit(this.candidate(pattern, start, end)));
  }

  private candidate(pattern: number, start: number, end: number): Candidate {
    const owner = this.owners[pattern] as number | number[];
    const kind = kinds[this.kindOf[pattern] as number] as PatternKind;
    const text = this.texts[pattern] as string;
    const message = kind === 'message' ? this.messageOf(pattern, text) : undefined;
    return { kind, text, owners: Array.isArray(owner) ? owner : [owner], start, end, message };
  }

  private messageOf(pattern: number, text: string): MessagePattern {
    const known = this.messages.get(pattern);
    if (known) return known;
    const parsed = messagePatternOf(text);
    if (this.messages.size >= keptMessages) this.messages.clear();
    this.messages.set(pattern, parsed);
    return parsed;
  }

  /** One text may be a pattern of several kinds, which is rare. */
  private find(kind: PatternKind, text: string): number | undefined {
    const known = this.known.get(text);
    if (known === undefined) return undefined;
    return (Array.isArray(known) ? known : [known]).find(
      (pattern) => kinds[this.kindOf[pattern] as number] === kind,
    );
  }

  private store(kind: PatternKind, text: string, owner: number): number {
    const pattern = this.texts.length;
    this.texts.push(text);
    this.kindOf.push(kinds.indexOf(kind));
    this.owners.push(owner);
    const known = this.known.get(text);
    this.known.set(text, known === undefined ? pattern : [known, pattern].flat());
    return pattern;
  }
}

/** The words by which a pattern is found. */
const anchorOf = (kind: PatternKind, text: string): readonly Word[] =>
  kind === 'message' && text.includes('{') ? messagePatternOf(text).anchor : wordsOf(text);
