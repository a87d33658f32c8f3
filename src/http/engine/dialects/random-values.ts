/**
 * A made-up value for JetBrains' `$random.address.city` and its like. They are there to be different each time and to
 * pass as what they are called: numbers where digits are wanted, else words that mean nothing.
 */
export function randomValue(kind: string, detail: string): string {
  const name = `${kind}.${detail}`.toLowerCase();
  for (const [fits, make] of makers) if (fits.test(name)) return make();
  return word();
}

const makers: readonly (readonly [RegExp, () => string])[] = [
  [/email/, () => `${word().toLowerCase()}@example.com`],
  [/url|avatar|image|website/, () => `https://example.com/${word().toLowerCase()}`],
  [/ipv4|ipaddress/, () => `192.0.2.${digits(2)}`],
  [/date|birthday/, () => new Date(Date.now() - Math.floor(Math.random() * 1e12)).toISOString()],
  [/fullname|^name\.name$/, () => `${word()} ${word()}`],
  [/phone|cell/, () => `555-01${digits(2)}-${digits(4)}`],
  [/latitude|longitude/, () => (Math.random() * 180 - 90).toFixed(6)],
  [/zip|number|digit|amount|price|building|isbn|imei|ssn/, () => digits(5)],
  [/sentence|paragraph|words/, () => Array.from({ length: 5 }, () => word().toLowerCase()).join(' ')],
];

const pick = (letters: string): string => letters.charAt(Math.floor(Math.random() * letters.length));

/** The first digit is no zero: what is written without quotation marks in JSON stays a number. */
const digits = (count: number): string =>
  pick('123456789') + Array.from({ length: count - 1 }, () => pick('0123456789')).join('');

/** Three syllables with a capital. */
const word = (): string =>
  pick('BDFKLMNRST') + pick('aeiou') + pick('bdfklmnrst') + pick('aeiou') + pick('lnrs') + pick('aeiou');
