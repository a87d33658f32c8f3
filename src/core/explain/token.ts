import { jwtDecode } from 'jwt-decode';
import type { CatalogIndex } from '../catalog/catalog-index';
import { kindClaims } from '../exchange/facts/jwt/refresh-as-access';
import { dateClaim } from '../exchange/facts/jwt/times';
import { asText, isObject, type JsonObject, own } from '../exchange/readings/json-path';
import type { Mention } from '../recognize/mention';
import { mask } from '../redact/mask';
import { instant, list, phrase, type Phrase, span } from '../text/phrase';
import { explainProblem } from './explain';
import type { Explanation } from './explanation';
import type { L10n } from '../text/language';
import { render } from '../text/render';

/** What a JSON Web Token (RFC 7519) says of itself. Its signature is neither checked nor shown. */
export interface TokenReading {
  readonly state: 'expired' | 'not-yet-valid' | 'current' | 'endless' | 'encrypted';
  readonly lines: readonly Phrase[];
}

/** Claims whose values may be shown: they name parties and rights, no person and no secret. */
const shownClaims = ['iss', 'aud', 'scope', 'scp', 'azp', 'client_id'];
/** Characters of a value that are shown. */
const longestValue = 120;

/**
 * Reads a token: algorithm and key, since when it is valid and until when, and which claims it has.
 * @param now milliseconds since the epoch
 * @returns nothing where the text is no token
 */
export function readToken(token: string, now: number): TokenReading | undefined {
  const header = decoded(token, true);
  if (!header) return undefined;
  const described = headerLine(header);
  if (token.split('.').length === 5)
    return { state: 'encrypted', lines: [described, phrase('Its claims are encrypted.')] };
  const claims = decoded(token, false);
  if (!claims) return undefined;
  const times = [dateClaim(claims, 'exp'), dateClaim(claims, 'nbf')];
  const state = stateOf(times[0], times[1], now);
  return {
    state,
    lines: [...timeLines(claims, state, now), ...kindLine(header, claims), described, ...claimLines(claims)],
  };
}

/** The explanation of a token that stands in a text: the catalog's entry for its state, with what it says of itself. */
export function explainToken(
  mention: Mention,
  text: string,
  index: CatalogIndex,
  now: number,
  l10n: L10n,
): Explanation | undefined {
  const token = text.slice(mention.start, mention.end);
  const reading = readToken(token, now);
  const ref = reading && index.find('jwt', entries[reading.state]);
  if (!reading || ref === undefined) return undefined;
  const { start, end } = mention;
  const isRefused = reading.state === 'expired' || reading.state === 'not-yet-valid';
  const explained = explainProblem(index.problem(ref), index, l10n.language);
  return {
    ...explained,
    // What a token in order says of itself is enough at a glance; the page has the rest.
    steps: isRefused ? explained.steps : [],
    computed: reading.lines.map((line) => render(line, l10n)),
    others: [],
    mention: { kind: 'token', text: mask(token), start, end },
  };
}

/** The entry of the catalog of JWT for each state. */
const entries: Readonly<Record<TokenReading['state'], string>> = {
  expired: 'jwt-expired',
  'not-yet-valid': 'jwt-not-active',
  current: 'json-web-token',
  endless: 'json-web-token',
  encrypted: 'json-web-token',
};

function decoded(token: string, header: boolean): JsonObject | undefined {
  try {
    const part: unknown = jwtDecode(token, { header });
    return isObject(part) ? part : undefined;
  } catch {
    return undefined;
  }
}

function stateOf(exp: number | undefined, nbf: number | undefined, now: number): TokenReading['state'] {
  if (exp !== undefined && exp <= now) return 'expired';
  if (nbf !== undefined && nbf > now) return 'not-yet-valid';
  return exp === undefined ? 'endless' : 'current';
}

function timeLines(claims: JsonObject, state: TokenReading['state'], now: number): Phrase[] {
  const [exp, nbf, iat] = [dateClaim(claims, 'exp'), dateClaim(claims, 'nbf'), dateClaim(claims, 'iat')];
  const lines: Phrase[] = [];
  if (exp === undefined) lines.push(phrase('It has no `exp`: it does not expire by itself.'));
  else if (exp <= now) lines.push(phrase('Expired {0} ago, at {1}.', span(now - exp), instant(exp)));
  else lines.push(phrase('Valid for another {0}, until {1}.', span(exp - now), instant(exp)));
  if (nbf !== undefined && state === 'not-yet-valid')
    lines.push(phrase('Not valid before {0}, in {1}.', instant(nbf), span(nbf - now)));
  if (iat !== undefined) {
    lines.push(
      exp !== undefined && exp > iat
        ? phrase('Issued {0}, for {1}.', instant(iat), span(exp - iat))
        : phrase('Issued {0}.', instant(iat)),
    );
  }
  return lines;
}

/** Whether it gives access or renews it, where a claim or the header's `typ` says so (RFC 9068 §2.1). */
function kindLine(header: JsonObject, claims: JsonObject): Phrase[] {
  for (const [name, kind] of [
    ...kindClaims.map((name) => [name, asText(own(claims, name)) ?? ''] as const),
    ['typ', asText(own(header, 'typ')) ?? ''] as const,
  ]) {
    const value = kind.slice(0, longestValue);
    if (/refresh/i.test(kind)) return [phrase('A refresh token: `{0}` is `{1}`.', name, value)];
    if (/^(?:access|bearer|at\+jwt)/i.test(kind))
      return [phrase('An access token: `{0}` is `{1}`.', name, value)];
    if (/^id(?:_token)?$/i.test(kind)) return [phrase('An ID token: `{0}` is `{1}`.', name, value)];
  }
  return [];
}

function headerLine(header: JsonObject): Phrase {
  const parts = ['alg', 'typ', 'kid', 'enc'].flatMap((name) => {
    const value = asText(own(header, name));
    return value === undefined ? [] : [`${name} ${value.slice(0, longestValue)}`];
  });
  return phrase('Header: {0}.', list(parts));
}

function claimLines(claims: JsonObject): Phrase[] {
  const shown = shownClaims.flatMap((name) => {
    const value = own(claims, name);
    const text = Array.isArray(value)
      ? value.filter((each) => typeof each === 'string').join(' ')
      : asText(value);
    return text ? [phrase('`{0}`: {1}', name, text.slice(0, longestValue))] : [];
  });
  return [
    ...shown,
    phrase(
      'Claims: {0}.',
      list(
        Object.keys(claims)
          .slice(0, 30)
          .map((name) => name.slice(0, 40)),
      ),
    ),
  ];
}
