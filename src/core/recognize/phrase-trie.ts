import type { Word } from './words';

/**
 * A trie over word hashes in flat arrays: a transition is one probe of an open-addressed table, so a lookup costs the
 * same with ten phrases and with a million. A phrase is stored only as deep as it takes to tell it from the others,
 * so the rest of its words are not known here, and two words with one hash share a state: whoever uses the trie
 * compares the text itself before it believes a match.
 */
export class PhraseTrie {
  private capacity = 1 << 10;
  private states = 1;
  private transitions = 0;
  private from = new Int32Array(this.capacity).fill(none);
  private word = new Int32Array(this.capacity);
  private to = new Int32Array(this.capacity);
  /** For each state, the phrase added last that ends there, or none. */
  private ending = new Int32Array(this.capacity).fill(none);
  /** For each state, the one phrase whose further words are not stored, or none. */
  private tail = new Int32Array(this.capacity).fill(none);
  /** For each state, 1 where a transition leaves it. */
  private branched = new Uint8Array(this.capacity);
  /** For each phrase, the one added before it that ends in the same state, or none. */
  private before = new Int32Array(this.capacity).fill(none);

  /** `wordsOf` gives the words of a phrase again, by its number. */
  constructor(private readonly wordsOf: (phrase: number) => readonly Word[]) {}

  /** Adds a phrase under a number of its own. */
  add(phrase: number, words: readonly Word[]): void {
    let state = root;
    for (let depth = 0; ; depth++) {
      if (depth === words.length) return this.end(state, phrase);
      let next = this.next(state, (words[depth] as Word).hash);
      if (next === none) {
        // The root branches at once: every phrase begins with a word of its own.
        if (depth > 0 && this.tailOf(state) === none && this.isLeaf(state)) {
          this.tail[state] = phrase;
          return;
        }
        this.pushDown(state, depth);
        next = this.next(state, (words[depth] as Word).hash);
        if (next === none) next = this.grow(state, (words[depth] as Word).hash);
      } else {
        this.pushDown(state, depth);
      }
      state = next;
    }
  }

  /** The state that a phrase's first word leads to; negative where none begins with it. */
  first(hash: number): number {
    return this.next(root, hash);
  }

  /** The state that a word leads to; negative where no phrase goes on with it. */
  next(state: number, hash: number): number {
    const mask = this.capacity - 1;
    for (let slot = mix(state, hash) & mask; ; slot = (slot + 1) & mask) {
      const owner = this.from[slot] as number;
      if (owner === none) return none;
      if (owner === state && this.word[slot] === hash) return this.to[slot] as number;
    }
  }

  /** Whether a phrase ends in a state or may go on from it. */
  hasPhrases(state: number): boolean {
    return this.tail[state] !== none || this.ending[state] !== none;
  }

  /** Calls `visit` with each phrase that ends in a state or may go on from it. */
  phrasesAt(state: number, visit: (phrase: number) => void): void {
    const tail = this.tailOf(state);
    if (tail !== none) visit(tail);
    for (let phrase = this.ending[state] as number; phrase !== none; phrase = this.before[phrase] as number)
      visit(phrase);
  }

  private tailOf(state: number): number {
    return this.tail[state] as number;
  }

  /** Whether a word may lead on from a state. */
  goesOn(state: number): boolean {
    return this.branched[state] === 1;
  }

  private isLeaf(state: number): boolean {
    return this.branched[state] === 0;
  }

  /** Stores one more word of a state's tail, so that another phrase can go on from there. */
  private pushDown(state: number, depth: number): void {
    const phrase = this.tailOf(state);
    if (phrase === none) return;
    this.tail[state] = none;
    const words = this.wordsOf(phrase);
    const next = this.grow(state, (words[depth] as Word).hash);
    if (depth + 1 === words.length) this.end(next, phrase);
    else this.tail[next] = phrase;
  }

  private end(state: number, phrase: number): void {
    if (phrase >= this.before.length) this.before = grown(this.before, phrase + 1);
    this.before[phrase] = this.ending[state] as number;
    this.ending[state] = phrase;
  }

  private grow(state: number, hash: number): number {
    if (this.transitions * 10 >= this.capacity * 7) this.rehash();
    const next = this.states++;
    if (next >= this.ending.length) {
      this.ending = grown(this.ending, next + 1);
      this.tail = grown(this.tail, next + 1);
      const branched = new Uint8Array(this.ending.length);
      branched.set(this.branched);
      this.branched = branched;
    }
    this.branched[state] = 1;
    this.insert(state, hash, next);
    this.transitions++;
    return next;
  }

  private insert(state: number, hash: number, next: number): void {
    const mask = this.capacity - 1;
    let slot = mix(state, hash) & mask;
    while (this.from[slot] !== none) slot = (slot + 1) & mask;
    this.from[slot] = state;
    this.word[slot] = hash;
    this.to[slot] = next;
  }

  private rehash(): void {
    const { from, word, to } = this;
    this.capacity *= 2;
    this.from = new Int32Array(this.capacity).fill(none);
    this.word = new Int32Array(this.capacity);
    this.to = new Int32Array(this.capacity);
    from.forEach((state, slot) => {
      if (state !== none) this.insert(state, word[slot] as number, to[slot] as number);
    });
  }
}

const root = 0;
const none = -1;

function mix(state: number, hash: number): number {
  let mixed = Math.imul(state + 1, 0x9e3779b1) ^ hash;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, Math.ceil(array.length * 1.5))).fill(none);
  larger.set(array);
  return larger;
}
