/**
 * Numbers texts from 0 on, an equal text of an equal kind with the same number. It is a hash table of numbers only, a
 * few bytes a text: catalogs have a hundred thousand.
 */
export class TextNumbers {
  private readonly texts: string[] = [];
  private readonly kinds: number[] = [];
  private slots = new Int32Array(1 << 10).fill(free);

  /** The number of a text, which is new if it is as large as every number before. */
  add(text: string, kind: number): number {
    const { texts } = this;
    let slot = this.slotOf(text, kind);
    const known = this.slots[slot] as number;
    if (known !== free) return known;
    if (texts.length * 2 >= this.slots.length) {
      this.enlarge();
      slot = this.slotOf(text, kind);
    }
    this.slots[slot] = texts.length;
    this.kinds.push(kind);
    return texts.push(text) - 1;
  }

  textOf(number: number): string {
    return this.texts[number] as string;
  }

  kindOf(number: number): number {
    return this.kinds[number] as number;
  }

  /** Where a text stands or, where it is new, is to stand. */
  private slotOf(text: string, kind: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(text, kind) & mask;
    for (; slots[slot] !== free; slot = (slot + 1) & mask) {
      const number = slots[slot] as number;
      if (this.kinds[number] === kind && this.texts[number] === text) break;
    }
    return slot;
  }

  private enlarge(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(free);
    this.texts.forEach((text, number) => (this.slots[this.slotOf(text, this.kindOf(number))] = number));
  }
}

const free = -1;

/** FNV-1a, its bits mixed once more. */
function hashOf(text: string, kind: number): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 7;
}
