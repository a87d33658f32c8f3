import { reasonPhrases } from '../reason-phrases';

/** Statuses that no registry has and servers send all the same: Laravel, Twitter, IIS, nginx, AWS, Cloudflare, proxies. */
const vendors = [
  218, 306, 418, 419, 420, 430, 440, 444, 449, 450, 460, 463, 464, 494, 495, 496, 497, 498, 499, 509, 520,
  521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599,
];

const known: ReadonlySet<number> = new Set([...reasonPhrases.keys(), ...vendors]);

/** Whether servers send this status; in a weak context any other number is something else. */
export const isKnown = (status: number): boolean => known.has(status);

/** Statuses that hardly any list, map or comparison has by chance: sizes, weights and ports are rounder. */
export const distinctive: ReadonlySet<number> = new Set([304, 401, 403, 408, 422, 425, 429, 502, 503, 504]);

/** The same of errors only. */
export const isKnownError = (status: number): boolean => status >= 400 && known.has(status);
