/**
 * A number of 53 bits by which two texts can be told apart without being kept (two rounds of a multiplicative hash).
 * It is no cryptographic hash: what keeps it from being guessed back is that the salt is not known, nor stored.
 */
export function fingerprint(text: string, salt: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const salted = salt + text;
  for (let at = 0; at < salted.length; at++) {
    const code = salted.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 2 ** 32 * (0x1fffff & low) + (high >>> 0);
}
