import type { Cause } from '../catalog/catalog';
import type { AnswerWords } from '../exchange/readings/answer-words';

/**
 * How much of what a cause is called stands in the answer's message, from 0 to 1: `host is offline` is about the cause
 * `host-offline`. No proof; it orders causes of which nothing else is known.
 */
export function likeness({ id, title }: Cause, { messages }: AnswerWords): number {
  const said = new Set(messages.slice(0, 5).flatMap((message) => stems(message.slice(0, 500))));
  if (said.size === 0) return 0;
  const shares = [id, title.en, title['pt-BR']].map((name) => {
    const words = stems(name);
    const shared = words.filter((word) => said.has(word)).length;
    // One word of several is chance.
    return shared === 0 || shared < Math.min(2, words.length) ? 0 : shared / words.length;
  });
  const best = Math.max(...shares);
  return best >= 0.5 ? best : 0;
}

/** Words that tell things apart, without the prefix that negates them (`unavailable`, `not available`). */
const stems = (text: string): string[] => [
  ...new Set(
    (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
      .map((word) => word.replace(/^un(?=\p{L}{5})/u, ''))
      .filter((word) => !filler.has(word)),
  ),
];

const filler: ReadonlySet<string> = new Set([
  'service', 'server', 'token', 'access', 'request', 'error', 'failed', 'invalid', 'missing', 'available', 'wrong', 'the', 'and', 'for', 'not', 'are', 'was', 'has', 'have', 'with', 'this', 'that', 'uma', 'não', 'dos', 'das', 'com', 'está', 'para',
]); // prettier-ignore
