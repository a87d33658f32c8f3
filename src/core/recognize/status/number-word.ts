const letterM = 109;
const letterS = 115;

/**
 * Whether a word that begins with a digit may hold a status by its length: `404`, the plural `429s`, and `32m404`, where
 * a terminal's colour comes right before it.
 */
export function mayHoldNumber(text: string, from: number, to: number): boolean {
  switch (to - from) {
    case 3:
      return true;
    case 4:
      return text.charCodeAt(to - 1) === letterS;
    case 5:
    case 6:
      return text.charCodeAt(to - 4) === letterM && follows(text, from);
    default:
      return false;
  }
}

/** The beginning of a colour, `ESC [`, or its parts before the last. */
const follows = (text: string, from: number): boolean => {
  const before = text.charAt(from - 1);
  return before === ';' || (before === '[' && text.charCodeAt(from - 2) === 27);
};
