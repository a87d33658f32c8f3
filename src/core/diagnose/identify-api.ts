import type { Api } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { readExchange } from '../exchange/read-exchange';
import type { Reading } from '../exchange/reading';
import { asText, firstAt, valueAt } from '../exchange/readings/json-path';

/** What a hint counts for. Hosts name an API; paths and shapes are shared by many. */
const weights = {
  host: 10,
  family: 5,
  word: 4,
  header: 5,
  endpoint: 3,
  nearEndpoint: 2,
  prefix: 1,
  envelope: 1.5,
  marker: 1,
  strange: -3,
  fileName: 2,
  code: 1,
} as const;

/** An exchange with less is of an API that no catalog describes. */
const enough = 3;

/** Whether an API's catalog knows a code; it tells apart what paths and shapes do not. */
export type KnowsCode = (api: Api, code: string) => boolean;

/**
 * The API that an exchange is with, among those that catalogs describe. A public host that is not the API's own is
 * another API, whatever its paths and bodies look like; on a local host they are all there is to go by.
 */
export function identifyApi(
  exchange: Exchange,
  apis: readonly Api[],
  knowsCode: KnowsCode = () => false,
): Api | undefined {
  let best: { api: Api; weight: number } | undefined;
  for (const api of apis) {
    if (api.standard) continue;
    const weight = weigh(readExchange(exchange, api, exchange.startedAt), api, knowsCode);
    if (weight >= enough && (!best || weight > best.weight)) best = { api, weight };
  }
  return best?.api;
}

function weigh(reading: Reading, api: Api, knowsCode: KnowsCode): number {
  const byHost = weighHost(reading.url, api);
  const header = (api.match?.headers ?? []).some((name) => reading.answerFields.has(name))
    ? weights.header
    : 0;
  if (byHost + header === 0 && reading.url && !isPrivateHost(reading.url.hostname)) return 0;
  const hints = byHost + header + weighPath(reading) + weighFileName(reading, api);
  // The shape of a body alone names nobody; and bodies need not be parsed for APIs that nothing else hints at.
  return hints === 0 ? 0 : hints + weighAnswer(reading, api, knowsCode);
}

function weighHost(url: URL | undefined, api: Api): number {
  if (!url) return 0;
  const hosts = api.match?.hosts ?? [];
  if (hosts.some((host) => isHost(url, host))) return weights.host;
  if (isPrivateHost(url.hostname)) return 0;
  // `staging-api.stateset.com` is of the family of `api.stateset.com`.
  const family = (name: string): string =>
    name.replace(/:\d+$/, '').replace(/^\*\./, '').split('.').slice(-2).join('.');
  if (
    hosts.some(
      (host) =>
        !isPrivateHost(host.replace(/:\d+$/, '')) &&
        host.includes('.') &&
        family(host) === family(url.hostname),
    )
  )
    return weights.family;
  const labels = url.hostname.split(/[.-]/);
  return (api.match?.words ?? []).some((word) => labels.includes(word.toLowerCase())) ? weights.word : 0;
}

function isHost(url: URL, host: string): boolean {
  const [name = '', port] = host.toLowerCase().split(':');
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  // A local port belongs to whatever runs there today.
  if (isPrivateHost(name)) return false;
  return name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name;
}

const isPrivateHost = (host: string): boolean =>
  /^(?:localhost|.*\.(?:localhost|local|test|internal|lan|home)|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[.*\]|[a-z\d-]+)$/i.test(
    host,
  );

function weighPath({ path, api }: Reading): number {
  if (path.matches.length > 0) {
    // `/health` and `/` are everybody's.
    const telling = path.matches.some(
      (endpoint) =>
        endpoint.path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length >= 2,
    );
    return telling ? weights.endpoint : weights.prefix;
  }
  if (path.nearMiss !== undefined || path.withPrefix !== undefined) return weights.nearEndpoint;
  return (api?.match?.prefixes ?? []).some((prefix) => path.path.startsWith(`${prefix.replace(/\/$/, '')}/`))
    ? weights.prefix
    : 0;
}

function weighAnswer({ answer, answerBody, words }: Reading, api: Api, knowsCode: KnowsCode): number {
  if (!answer || answer.status < 400 || answerBody.kind !== 'json' || !api.envelope) return 0;
  const { json } = answerBody;
  const where = Object.entries(api.envelope.where ?? {});
  const fits =
    firstAt(json, api.envelope.code ?? api.envelope.message) !== undefined &&
    where.every(([path, value]) => valueAt(json, path) === value);
  if (!fits) return weights.strange;
  const code = asText(firstAt(json, api.envelope.code)) ?? words.code;
  const known = code !== undefined && knowsCode(api, code) ? weights.code : 0;
  return weights.envelope + (where.length > 0 ? weights.marker : 0) + known;
}

function weighFileName({ exchange }: Reading, api: Api): number {
  const name =
    exchange.written?.uri
      .split('/')
      .at(-1)
      ?.toLowerCase()
      .split(/[^a-z0-9]+/) ?? [];
  return [...(api.match?.words ?? []), api.id].some((word) => name.includes(word.toLowerCase()))
    ? weights.fileName
    : 0;
}
