import type { Inspected } from './find-pitfalls';
import type { Pitfall } from './pitfall';
export function hasSecretLook(_source: string): boolean {
  return false;
}
export function hardCodedSecrets(_inspected: Inspected): Pitfall[] {
  return [];
}
