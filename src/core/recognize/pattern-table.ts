import { Beginnings } from './beginnings';
import { anchorWords, type MessagePattern, messagePatternOf } from './message-pattern';
import { NotableWords } from './notable-words';
import { PhraseTrie } from './phrase-trie';
import { TextNumbers } from './text-numbers';
import { type Word, WordReader } from './words';

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
  /** The word of patterns that have one only, and the first two of all others: most words of a text begin none. */
  readonly beginnings = new Beginnings();
  private readonly owners: (number | number[])[] = [];
  private readonly texts = new TextNumbers();
  private readonly trie = new PhraseTrie((pattern) => this.wordsOf(pattern));
  /** Templates that were met, parsed. */
  private readonly messages = new Map<number, MessagePattern>();

  add(kind: PatternKind, text: string, owner: number): void {
    const pattern = this.texts.add(text, kinds.indexOf(kind));
    const present = this.owners[pattern];
    if (present === undefined) {
      this.owners.push(owner);
      const words = this.wordsOf(pattern);
      if (!words.next()) return;
      const { hash } = words;
      this.beginnings.add(hash, words.next() ? words.hash : undefined);
      words.restart();
      this.trie.add(pattern, words);
    } else if (typeof present === 'object') {
      if (present.at(-1) !== owner) present.push(owner);
    } else if (present !== owner) {
      this.owners[pattern] = [present, owner];
    }
  }

  /** Every pattern that may stand in a text between two offsets, in the order of its start. */
  candidatesIn(text: string, from = 0, to = text.length): Candidate[] {
    const found: Candidate[] = [];
    for (const word = new NotableWords(text, from, to, this.beginnings); word.next();)
      if (word.begins) found.push(...this.candidatesAt(text, word, to));
    return found;
  }

  /** Every pattern that may begin with this word of a text; allocates nothing where none may. */
  candidatesAt(text: string, { start, end, hash }: Word, to: number): readonly Candidate[] {
    const { trie } = this;
    let found: Candidate[] | undefined;
    let last: WordReader | undefined;
    for (let state = trie.first(hash); state >= 0; state = trie.next(state, last.hash)) {
      const metTo = last?.end ?? end;
      const tail = trie.tailOf(state);
      if (tail >= 0) (found ??= []).push(this.candidate(tail, start, metTo));
      for (let pattern = trie.endingAt(state); pattern >= 0; pattern = trie.addedBefore(pattern))
        (found ??= []).push(this.candidate(pattern, start, metTo));
      if (!trie.branches(state)) break;
      last ??= new WordReader(text, end, to);
      if (!last.next()) break;
    }
    return found ?? nothing;
  }

  private candidate(pattern: number, start: number, end: number): Candidate {
    const owner = this.owners[pattern] as number | number[];
    const kind = this.kindOf(pattern);
    const text = this.texts.textOf(pattern);
    const message = kind === 'message' ? this.messageOf(pattern, text) : undefined;
    return { kind, text, owners: typeof owner === 'object' ? owner : [owner], start, end, message };
  }

  private messageOf(pattern: number, text: string): MessagePattern {
    const known = this.messages.get(pattern);
    if (known) return known;
    const parsed = messagePatternOf(text);
    if (this.messages.size >= keptMessages) this.messages.clear();
    this.messages.set(pattern, parsed);
    return parsed;
  }

  private kindOf(pattern: number): PatternKind {
    return kinds[this.texts.kindOf(pattern)] as PatternKind;
  }

  /** The words by which a pattern is found. */
  private wordsOf(pattern: number): WordReader {
    const text = this.texts.textOf(pattern);
    return this.kindOf(pattern) === 'message' ? anchorWords(text) : new WordReader(text, 0, text.length);
  }
}

const nothing: readonly Candidate[] = [];
