/**
 * A trie over word hashes in three flat arrays: a transition is one probe of an open-addressed table, so a lookup
 * costs the same with ten phrases and with a million. Two words with one hash would share a state; whoever uses the
 * trie compares the text itself before it believes a match.
 */
export class PhraseTrie {
  private capacity = 1 << 12;
  private states = 1;
  private transitions = 0;
  private from = new Int32Array(this.capacity).fill(-1);
  private word = new Int32Array(this.capacity);
  private to = new Int32Array(this.capacity);
  /** For each state, the phrase added last that ends there, or −1. */
  private last = new Int32Array(this.capacity).fill(-1);
  /** For each phrase, the one added before it that ends in the same state, or −1. */
  private before = new Int32Array(1 << 10).fill(-1);
  private phrases = 0;

  static readonly root = 0;

  /** Adds a phrase and answers its number: 0, 1, 2 … in the order of adding. */
  add(words: readonly { readonly hash: number }[]): number {
    let state = PhraseTrie.root;
    for (const { hash } of words) {
      let next = this.next(state, hash);
      if (next < 0) {
        next = this.states++;
        this.insert(state, hash, next);
      }
      state = next;
    }
    const phrase = this.phrases++;
    if (phrase >= this.before.length) this.before = grown(this.before, phrase + 1);
    if (state >= this.last.length) this.last = grown(this.last, state + 1);
    this.before[phrase] = this.last[state] as number;
    this.last[state] = phrase;
    return phrase;
  }

  /** The state that a word leads to, or −1. */
  next(state: number, hash: number): number {
    const mask = this.capacity - 1;
    for (let slot = mix(state, hash) & mask; ; slot = (slot + 1) & mask) {
      const owner = this.from[slot] as number;
      if (owner < 0) return -1;
      if (owner === state && this.word[slot] === hash) return this.to[slot] as number;
    }
  }

  /** The first phrase that ends in a state, or −1; `following` gives the others. */
  phraseAt(state: number): number {
    return state < this.last.length ? (this.last[state] as number) : -1;
  }

  following(phrase: number): number {
    return this.before[phrase] as number;
  }

  private insert(state: number, hash: number, next: number): void {
    if (this.transitions * 2 >= this.capacity) this.rehash();
    const mask = this.capacity - 1;
    let slot = mix(state, hash) & mask;
    while ((this.from[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.from[slot] = state;
    this.word[slot] = hash;
    this.to[slot] = next;
    this.transitions++;
    if (next >= this.last.length) this.last = grown(this.last, next + 1);
  }

  private rehash(): void {
    const { from, word, to } = this;
    this.capacity *= 2;
    this.from = new Int32Array(this.capacity).fill(-1);
    this.word = new Int32Array(this.capacity);
    this.to = new Int32Array(this.capacity);
    const mask = this.capacity - 1;
    for (let old = 0; old < from.length; old++) {
      if ((from[old] as number) < 0) continue;
      let slot = mix(from[old] as number, word[old] as number) & mask;
      while ((this.from[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.from[slot] = from[old] as number;
      this.word[slot] = word[old] as number;
      this.to[slot] = to[old] as number;
    }
  }
}

function mix(state: number, hash: number): number {
  let mixed = Math.imul(state + 1, 0x9e3779b1) ^ hash;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2)).fill(-1);
  larger.set(array);
  return larger;
}
