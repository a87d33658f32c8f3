import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { asText, own, valueAt } from '../../readings/json-path';
import { claimsOf } from '../jwt/times';
import { checkMembers } from './parameters';

interface DiffersParameter {
  readonly name: string;
  /** The path segment before the value, such as `customers` in `/customers/7/reports`. */
  readonly after?: string;
}

/** For APIs that keep their tenants apart: whether the request reaches for another tenant than the token's. */
export const givenClaimDiffers: Fact<DiffersParameter> = {
  name: 'claimDiffers',
  about:
    "A claim of the request's token is another than the request names in its path, its query or its body: `{ name: customer_id, after: customers }`.",
  checkParameter: checkMembers(['name'], ['after']),
  test(reading, { name, after }) {
    const read = claimsOf(reading);
    if ('finding' in read) return read.finding;
    const claimed = asText(own(read.claims, name) ?? valueAt(read.claims, name));
    if (claimed === undefined) return unknown(phrase('The token has no `{0}`.', name));
    const named = valuesNamed(reading, name, after);
    const other = named.find((value) => value !== claimed);
    if (other !== undefined)
      return holds(phrase("The token's `{0}` is `{1}`; the request names `{2}`.", name, claimed, other));
    const evidence = phrase("The token's `{0}` is `{1}`.", name, claimed);
    return named.length > 0 ? fails(evidence) : unknown(evidence);
  },
};

function valuesNamed({ url, requestBody }: Reading, name: string, after: string | undefined): string[] {
  const segments = url?.pathname.split('/') ?? [];
  const inPath = after === undefined ? undefined : segments[segments.indexOf(after) + 1];
  return [
    // `/customers/me` and `/customers/search` name no one else.
    after !== undefined && segments.includes(after) && /\d/.test(inPath ?? '') ? inPath : undefined,
    url?.searchParams.get(name) ?? undefined,
    asText(own(requestBody.json, name)),
  ].filter((value) => value !== undefined);
}
