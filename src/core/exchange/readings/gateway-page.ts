import type { GatewayPage } from '../../catalog/format';
import type { Reading } from '../reading';
import { fold, standsIn } from './message';

/** Characters of a page in which its marks are looked for. */
const searched = 20_000;

/** The product in front of the API whose own page the answer is. */
export const gatewayOf = (reading: Reading): string | undefined => gatewayPageOf(reading)?.product;

/** The page that it is, by its marks. */
export function gatewayPageOf(reading: Reading): GatewayPage | undefined {
  const { answer, answerBody, answerFields, pages } = reading;
  if (!answer || answer.status < 400 || (answerBody.kind !== 'html' && answerBody.kind !== 'text'))
    return undefined;
  const text = fold(answerBody.text.slice(0, searched)).trim();
  return pages.find(
    ({ marks = [], texts = [], status, unlessHeader }) =>
      status?.includes(answer.status) !== false &&
      !(unlessHeader !== undefined && answerFields.has(unlessHeader)) &&
      (marks.some((mark) => standsIn(mark, text)) || texts.some((whole) => standsIn(whole, text, true))),
  );
}
