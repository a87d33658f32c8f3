/** UTF-8, one character a byte. */
export function utf8(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/**
 * Base64 of a text that stands `shift` (0–2) bytes behind a multiple of three in something longer: the characters that
 * it shares with what stands around it are left out.
 */
export function base64Of(text: string, shift: number): string {
  const padded = btoa('\0'.repeat(shift) + utf8(text));
  const end = padded.replace(/.?=+$/, '');
  return end.slice(shift === 0 ? 0 : shift + 1);
}
