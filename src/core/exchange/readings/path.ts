import type { Reading } from '../reading';
import { areNear } from './near';

/** A known endpoint: `POST /api/v1/orders/{id}`. */
export interface Endpoint {
  /** Upper-case; absent where the endpoint takes any method or the catalog does not say. */
  readonly method?: string;
  readonly path: string;
}

/** The request's path against the endpoints that the API's catalog knows. */
export interface PathReading {
  /** Percent-decoded only where nothing changes its structure: as sent. */
  readonly path: string;
  /** Known endpoints with this very path, whatever their methods. */
  readonly matches: readonly Endpoint[];
  /** The path that was probably meant: one edit, or singular for plural, away. */
  readonly nearMiss?: string;
  /** The path with the prefix that was left out. */
  readonly withPrefix?: string;
  readonly endpointsKnown: boolean;
}

/** Which endpoints of the API a path is, or which one it nearly is. */
export function readPath({ api, url }: Reading): PathReading {
  const endpoints = (api?.match?.endpoints ?? []).map(parseEndpoint);
  const path = url?.pathname ?? '';
  const endpointsKnown = endpoints.length > 0;
  if (!url || !endpointsKnown) return { path, matches: [], endpointsKnown };
  const clean = withoutOddSlashes(path);
  const matches = endpoints.filter((endpoint) => matchesPath(endpoint.path, clean));
  if (matches.length > 0) return { path, matches, endpointsKnown };
  return {
    path,
    matches,
    endpointsKnown,
    nearMiss: first(endpoints, (endpoint) => correctPath(endpoint.path, clean)),
    withPrefix: findPrefix(endpoints, api?.match?.prefixes ?? [], clean),
  };
}

/** `GET /v2/items` as method and path; the method may be missing. */
export function parseEndpoint(endpoint: string): Endpoint {
  const [, method, path] = /^(?:([A-Za-z]+)\s+)?(\S+)/.exec(endpoint.trim()) ?? [];
  const clean = withoutOddSlashes((path ?? '/').split('?', 1)[0] ?? '/');
  return method === undefined ? { path: clean } : { method: method.toUpperCase(), path: clean };
}

/** Doubled and trailing slashes are facts of their own. */
export const withoutOddSlashes = (path: string): string =>
  path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');

const isPlaceholder = (segment: string): boolean => /^(?:\{.*\}|:.+)$/.test(segment);

/** Whether `path` is one of the paths that a known path with `{id}` placeholders stands for. */
export function matchesPath(known: string, path: string): boolean {
  const knownSegments = known.split('/');
  const segments = path.split('/');
  if (knownSegments.length !== segments.length) return false;
  return knownSegments.every((segment, i) =>
    isPlaceholder(segment) ? segments[i] !== '' : segment === segments[i],
  );
}

/** `path` with its one wrong segment put right, where it has exactly one that is near the known one. */
function correctPath(known: string, path: string): string | undefined {
  const knownSegments = known.split('/');
  const segments = path.split('/');
  if (knownSegments.length !== segments.length) return undefined;
  const wrong = knownSegments.flatMap((segment, i) =>
    isPlaceholder(segment) || segment === segments[i] ? [] : [i],
  );
  const index = wrong[0];
  if (index === undefined || wrong.length > 1) return undefined;
  const meant = knownSegments[index] ?? '';
  if (!areNear(meant, segments[index] ?? '')) return undefined;
  return segments.map((segment, i) => (i === index ? meant : segment)).join('/');
}

/** `/api/v1` + `/orders`, or `/api` + `/v1/orders`, where that is a known endpoint. */
function findPrefix(
  endpoints: readonly Endpoint[],
  prefixes: readonly string[],
  path: string,
): string | undefined {
  for (const prefix of prefixes) {
    const segments = withoutOddSlashes(prefix).split('/').filter(Boolean);
    if (segments.length === 0 || path === '/') continue;
    for (let dropped = 1; dropped <= segments.length; dropped++) {
      const rest = segments
        .slice(dropped)
        .map((segment) => `/${segment}`)
        .join('');
      if (rest !== '' && !path.startsWith(`${rest}/`)) continue;
      const candidate = `/${segments.slice(0, dropped).join('/')}${path}`;
      if (endpoints.some((endpoint) => matchesPath(endpoint.path, candidate))) return candidate;
    }
    const whole = `/${segments.join('/')}${path}`;
    if (endpoints.some((endpoint) => matchesPath(endpoint.path, whole))) return whole;
  }
  return undefined;
}

function first<T, R>(values: readonly T[], map: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = map(value);
    if (result !== undefined) return result;
  }
  return undefined;
}
