import { parseTemplate } from '../catalog/message-template';
import { PhraseTrie } from './phrase-trie';
import { isWordCode, type Word, wordsOf } from './words';

/** What a pattern names: a problem by its code or message, or an API by a host, an endpoint or a word. */
export type PatternKind = 'code' | 'message' | 'host' | 'endpoint' | 'word';

const kinds: readonly PatternKind[] = ['code', 'message', 'host', 'endpoint', 'word'];

/** A pattern's anchor was met at these words; the text itself is still to be compared. */
export interface Candidate {
  readonly kind: PatternKind;
  readonly text: string;
  /** Refs of problems (code, message) or numbers of APIs. */
  readonly owners: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** Every text that catalogs want recognized, each stored once however many problems share it. */
export class PatternTable {
  private readonly trie = new PhraseTrie();
  private readonly texts: string[] = [];
  private readonly kindOf: number[] = [];
  private readonly owners: (number | number[])[] = [];
  private readonly known = new Map<string, number>();

  add(kind: PatternKind, text: string, owner: number): void {
    const kindNumber = kinds.indexOf(kind);
    const key = `${kindNumber}${text}`;
    const number = this.known.get(key);
    if (number === undefined) {
      const anchor = anchorOf(kind, text);
      if (anchor.length === 0) return;
      const added = this.trie.add(anchor);
      this.known.set(key, added);
      this.texts[added] = text;
      this.kindOf[added] = kindNumber;
      this.owners[added] = owner;
      return;
    }
    const present = this.owners[number] as number | number[];
    if (Array.isArray(present)) {
      if (present.at(-1) !== owner) present.push(owner);
    } else if (present !== owner) {
      this.owners[number] = [present, owner];
    }
  }

  /** Every pattern whose anchor words stand in a row among `words`, in the order of their start. */
  *candidates(words: readonly Word[]): Generator<Candidate> {
    const { trie } = this;
    for (let first = 0; first < words.length; first++) {
      let state: number = PhraseTrie.root;
      for (let at = first; at < words.length; at++) {
        state = trie.next(state, (words[at] as Word).hash);
        if (state < 0) break;
        for (let phrase = trie.phraseAt(state); phrase >= 0; phrase = trie.following(phrase)) {
          const owner = this.owners[phrase] as number | number[];
          yield {
            kind: kinds[this.kindOf[phrase] as number] as PatternKind,
            text: this.texts[phrase] as string,
            owners: Array.isArray(owner) ? owner : [owner],
            start: (words[first] as Word).start,
            end: (words[at] as Word).end,
          };
        }
      }
    }
  }
}

/** The words by which a pattern is found: all of a code's, or those of a message's longest literal stretch. */
function anchorOf(kind: PatternKind, text: string): readonly Word[] {
  if (kind !== 'message') return wordsOf(text);
  let best: readonly Word[] = [];
  let bestLetters = 0;
  const parts = parseTemplate(text);
  parts.forEach((part, index) => {
    if (part.kind !== 'literal') return;
    // A word that touches a placeholder is not a word of its own in a text: `{n}ms` is found as `30000ms`.
    const words = wordsOf(part.text).filter(
      (word) =>
        !(word.start === 0 && index > 0) && !(word.end === part.text.length && index < parts.length - 1 && isWordCode(part.text.charCodeAt(word.end - 1))),
    );
    const letters = words.reduce((sum, word) => sum + word.end - word.start, 0);
    if (letters > bestLetters) {
      best = words;
      bestLetters = letters;
    }
  });
  return best;
}
