/** Answers that are kept; texts repeat a few dozen questions. */
const most = 500;

/** A function of a text that keeps its answers. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      // A copy, since a part of a text keeps all of it in memory.
      const own = [...text].join('');
      answer = read(own);
      if (known.size >= most) known.clear();
      known.set(own, answer);
    }
    return answer;
  };
}
