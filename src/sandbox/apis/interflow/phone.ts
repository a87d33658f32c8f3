import { blame, type Refusal } from './errors';

/** E.164: a plus, the country, at most 15 digits; and a Brazilian mobile number has nine digits behind its area. */
const E164 = /^\+[1-9]\d{7,14}$/;
const BRAZILIAN = /^\+55[1-9]{2}(?:9\d{8}|[2-5]\d{7})$/;

export function phoneProblem(field: string, phone: unknown): Refusal | undefined {
  const text = String(phone);
  if (!E164.test(text)) {
    return blame('INVALID_PHONE', field, 'Use o formato E.164, por exemplo +5511912345678');
  }
  if (text.startsWith('+55') && !BRAZILIAN.test(text)) {
    return blame('INVALID_PHONE', field, 'Este não é um número do Brasil');
  }
  return undefined;
}
