import type { Random } from '../seeded-random';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

/** A random secret, and what of it must never be shown: a public beginning such as `sk_live_` may. */
export interface Secret {
  readonly text: string;
  readonly hidden: readonly string[];
}

const whole = (text: string): Secret => ({ text, hidden: [text] });

/** Letters and digits only: fits everywhere unescaped. */
export const opaque = (random: Random): Secret =>
  whole(random.text(20 + random.next() * 24, letters + digits));

/** A password with characters that every notation escapes in its own way. */
export const password = (random: Random): Secret =>
  whole(
    `${random.text(6, letters)}${random.pick(['&', '"', '%', '+', '/', 'ü', '<', '\\', '='])}${random.text(8, letters + digits)}`,
  );

/** Letters only, as words are. */
export const wordLike = (random: Random): Secret => whole(random.text(12, letters.toLowerCase()));

export const hex = (random: Random): Secret => whole(random.text(32, '0123456789abcdef'));

export const uuid = (random: Random): Secret =>
  whole([8, 4, 4, 4, 12].map((length) => random.text(length, '0123456789abcdef')).join('-'));

/** A key with its provider's beginning, which tells no secret. */
export function providerKey(random: Random): Secret {
  const begin = random.pick(['sk_live_', 'rk_test_', 'ghp_', 'glpat-', 'xoxb-', 'AKIA', 'sk-']);
  const rest =
    begin === 'AKIA' ? random.text(16, letters.slice(0, 26) + digits) : random.text(32, letters + digits);
  return { text: begin + rest, hidden: [rest] };
}

/** A signed JSON Web Token; the header segment is the same for everybody. */
export function jsonWebToken(random: Random): Secret {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + (random.next() < 0.5 ? -7200 : 7200);
  const payload = encode({ jti: random.text(24, letters), sub: random.text(12, letters + digits), exp });
  const signature = random.text(43, `${letters}${digits}-_`);
  return {
    text: `${encode({ alg: 'HS256', typ: 'JWT' })}.${payload}.${signature}`,
    hidden: [payload, signature],
  };
}
