import type { WordReader } from './words';

/**
 * A trie over word hashes: a transition is one probe of an open-addressed table, so a lookup costs the same with ten
 * phrases and with a million. A phrase is stored only as deep as it takes to tell it from the others, so the rest of
 * its words are not known here, and two words with one hash share a state: whoever uses the trie compares the text
 * itself before it believes a match.
 */
export class PhraseTrie {
  /** The states by the hash of where they are reached from and by which word; none where a slot is free. */
  private slots = new Int32Array(1 << 10).fill(none);
  /** What is known of each state, side by side, so that a transition looks at one place of the memory. */
  private states = new Int32Array(fields << 10).fill(none);
  private size = 1;
  /** For each phrase, the one added before it that ends in the same state, or none. */
  private before = new Int32Array(1 << 10).fill(none);

  /** `wordsOf` reads the words of a phrase, by its number, from the first one on. */
  constructor(private readonly wordsOf: (phrase: number) => WordReader) {}

  /** Adds a phrase by its words, which are one at least. */
  add(phrase: number, words: WordReader): void {
    let state = root;
    for (let depth = 0; words.next(); depth++) {
      let next = this.next(state, words.hash);
      if (next === none) {
        // The root branches at once: every phrase begins with a word of its own.
        if (state !== root && this.get(state, rest) === none) {
          this.set(state, rest, phrase);
          return;
        }
        this.pushDown(state, depth);
        next = this.next(state, words.hash);
        if (next === none) next = this.grow(state, words.hash);
      }
      state = next;
    }
    this.end(state, phrase);
  }

  /** The state that a phrase's first word leads to; negative where none begins with it. */
  first(hash: number): number {
    return this.next(root, hash);
  }

  /** The state that a word leads to; negative where no phrase goes on with it. */
  next(state: number, hash: number): number {
    const { slots, states } = this;
    const mask = slots.length - 1;
    for (let slot = mix(state, hash) & mask; ; slot = (slot + 1) & mask) {
      const next = slots[slot] as number;
      if (next === none) return none;
      const at = next * fields;
      if (states[at + word] === hash && states[at + from] === state) return next;
    }
  }

  /** The phrase that ends in a state and was added last; negative where none does. */
  endingAt(state: number): number {
    return this.get(state, ending);
  }

  /** The phrase that ends in the same state and was added before; negative where there is none. */
  addedBefore(phrase: number): number {
    return phrase < this.before.length ? (this.before[phrase] as number) : none;
  }

  /** The one phrase that goes on from a state by words that are not stored; negative where none does. */
  tailOf(state: number): number {
    return this.get(state, rest);
  }

  /** Whether a word may lead on from a state. */
  branches(state: number): boolean {
    return this.get(state, rest) === several;
  }

  private get(state: number, field: number): number {
    return this.states[state * fields + field] as number;
  }

  private set(state: number, field: number, value: number): void {
    this.states[state * fields + field] = value;
  }

  /** Stores one more word of a state's tail, so that another phrase can go on from there. */
  private pushDown(state: number, depth: number): void {
    const phrase = this.get(state, rest);
    if (phrase < 0) return;
    const words = this.wordsOf(phrase);
    for (let read = 0; read <= depth; read++) words.next();
    const next = this.grow(state, words.hash);
    if (words.next()) this.set(next, rest, phrase);
    else this.end(next, phrase);
  }

  private end(state: number, phrase: number): void {
    if (phrase >= this.before.length) this.before = enlarged(this.before, phrase + 1);
    this.before[phrase] = this.get(state, ending);
    this.set(state, ending, phrase);
  }

  /** A new state that a word leads to. */
  private grow(state: number, hash: number): number {
    const next = this.size++;
    if (this.size * fields > this.states.length) this.states = enlarged(this.states, this.size * fields);
    this.set(state, rest, several);
    this.set(next, from, state);
    this.set(next, word, hash);
    if (this.size * 3 > this.slots.length * 2) this.rehash();
    else this.insert(next);
    return next;
  }

  private insert(state: number): void {
    const mask = this.slots.length - 1;
    let slot = mix(this.get(state, from), this.get(state, word)) & mask;
    while (this.slots[slot] !== none) slot = (slot + 1) & mask;
    this.slots[slot] = state;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(none);
    for (let state = root + 1; state < this.size; state++) this.insert(state);
  }
}

const root = 0;
const none = -1;

/** The fields of a state: where it is reached from, and by which word. */
const fields = 4;
const from = 0;
const word = 1;
/** The phrase added last that ends there, or none. */
const ending = 2;
/** The one phrase whose further words are not stored, `several` where words lead on, or none. */
const rest = 3;
const several = -2;

function mix(state: number, hash: number): number {
  let mixed = Math.imul(state + 1, 0x9e3779b1) ^ hash;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function enlarged(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, Math.ceil(array.length * 1.5))).fill(none);
  larger.set(array);
  return larger;
}
