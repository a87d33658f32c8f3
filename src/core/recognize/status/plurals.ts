import { isKnownError } from './known-statuses';
import type { NumberPlace } from './number-place';

/** Who says that statuses came, and not seconds: `we keep hitting 429s`, `intermittent 503s`. */
const telling =
  /\b(?:hit\w*|get\w*|got|see\w*|saw|many|more|fewer|occasional\w*|intermittent|random|sporadic|spurious|frequent|constant|repeated|transient|throw\w*|return\w*|handl\w+|retr(?:y|ies|ied|ying)(?: on)?|ignor\w+|serv\w+|lots of|plenty of|tons of|a few|spikes? (?:of|in)|no|but|only|just|these|those|HTTP|vários|muitos|(?:giv\w+|gave|show\w*|send\w*|sent) (?:me|us|them|users|clients))\s+[`'"(]?$/i;
const joined = /\b[45]\d\ds?(?:,| and| or| e| ou|\/|\s)\s?(?:and |or |e |ou )?$/;
/** Durations, sizes and decades are round. */
const weak =
  /(?:^|[\s(`'"])(?:the|of|on|for|with|to|from|some|any|all|and|by|as|our|os|de|com)\s+[`'"(]?$|^\s*(?:[-*#/]+\s*)?$/i;

/** Whether `429s` means several answers with that status. */
export function isPlural({ status, left, right }: NumberPlace): boolean {
  if (!isKnownError(status) || !/^s(?:[\s.,;:!?)`'"\]/]|$)/.test(right)) return false;
  if (telling.test(left) || joined.test(left)) return true;
  return (
    status % 100 !== 0 &&
    status % 10 !== 0 &&
    weak.test(left) &&
    !/\b(?:for|took|after|in|within|every)\s+$/i.test(left)
  );
}
