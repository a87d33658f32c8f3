/** Names of what repeats calls: libraries, policies, functions. Not `retrieve`, and not what is switched off. */
const repeats =
  /retry(?!OnConnectionFailure)|retri(?:es|able|er|ed)|backoff|failsafe|resilien|\bpolly\b|PolicyHttpMessage/i;
const switchedOff = /["']?retr\w*["']?\s*[:=(]\s*(?:0|1|false|none|null|nil)\b/gi;

/** Whether code names something that repeats calls. */
export const saysRetry = (text: string): boolean => repeats.test(text.replace(switchedOff, ''));

/** Whether any part of a text may: to be asked of a whole file, before its parts are. */
export const mayRetry = (text: string): boolean => repeats.test(text);
