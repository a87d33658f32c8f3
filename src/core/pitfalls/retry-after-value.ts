import type { SyntaxNode } from '../snippets/syntax';
import { functionAround } from './function-around';

const literal =
  /["'`](?:retry-after|Retry-After|RETRY-AFTER)["'`]|[Hh]eader(?:Name)?s?(?:\.|::)RETRY_AFTER\b/;

/** Whether an expression is the header field Retry-After: read here, or into the name that the expression is. */
export function isRetryAfter(value: SyntaxNode): boolean {
  if (literal.test(value.text)) return true;
  const name = /^(?:[\w$]+(?:\.|->|\?\.))*\$?(\w[\w$]*)(?:!|\)|\.trim\(\)|\.strip\(\))*$/.exec(
    value.text,
  )?.[1];
  if (name === undefined) return false;
  const assigned = new RegExp(
    `(?<![\\w$.])\\$?${name.replaceAll('$', '\\$')}\\s*(?::[^=\\n]{1,60})?(?:,\\s*\\w+\\s*)?:?=(?!=)([^\\n]*(?:\\n[^\\n;]*)?)`,
    'g',
  );
  const text = functionAround(value).text;
  return [...text.matchAll(assigned)].some(([, right = '']) => literal.test(right));
}

const dates =
  /(?<!up|vali|man|candi|accommo)date|time\.parse|ParseTime|RFC_?1123|RFC_?7231|strptime|strtotime|mktime|\\d\+|\[0-9\]\+|isdigit|isdecimal|isnumeric|ctype_digit|is_numeric/i;

/** Whether the function around a value tells seconds from dates, or gives it to one that is named for the field. */
export function readsDates(value: SyntaxNode): boolean {
  const { text } = functionAround(value);
  const argument = value.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const given = `${argument}\\s*[,)]|[^()]{1,60}["']retry-after["']`;
  return dates.test(text) || new RegExp(`retry_?after\\w*\\(\\s*(?:${given})`, 'i').test(text);
}
