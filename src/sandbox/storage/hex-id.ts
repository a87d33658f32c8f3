/** Ids of `length` hexadecimal digits. */
export function hexIds(random: () => number): (length: number) => string {
  return (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}
