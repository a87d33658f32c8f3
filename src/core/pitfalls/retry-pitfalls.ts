import type { Inspected } from './find-pitfalls';
import type { Pitfall } from './pitfall';
export function retryPitfalls(_inspected: Inspected): Pitfall[] {
  return [];
}
