import type { Api } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { readExchange } from '../exchange/read-exchange';
import type { Reading } from '../exchange/reading';
import { asText, firstAt } from '../exchange/readings/json-path';
import { envelopeFit } from './envelope-fit';

/** What a hint counts for. Hosts name an API; paths and shapes are shared by many. */
const weights = {
  host: 10,
  family: 5,
  word: 4,
  header: 5,
  endpoint: 3,
  /** `/api/v1/auth/login` is known of several APIs, and then surely one of still others. */
  sharedEndpoint: 1.5,
  /** A misspelt path of one API is a path of many others. */
  nearEndpoint: 1,
  prefix: 1,
  envelope: 1.5,
  wholeEnvelope: 2,
  marker: 1,
  strange: -3,
  fileName: 2,
  /** The workspace is set to use it. */
  preferred: 2,
  code: 1,
} as const;

/** An exchange with less is of an API that no catalog describes. */
const enough = 3;

/** Whether an API's catalog knows a code; it tells apart what paths and shapes do not. */
export type KnowsCode = (api: Api, code: string) => boolean;

/**
 * The API that an exchange is with, among those that catalogs describe. A public host that is not the API's own is
 * another API, whatever its paths and bodies look like; on a local host they are all there is to go by.
 * @param preferred ids of APIs that the user says the workspace talks to
 */
export function identifyApi(
  exchange: Exchange,
  apis: readonly Api[],
  knowsCode: KnowsCode = () => false,
  preferred: ReadonlySet<string> = new Set(),
): Api | undefined {
  let best: { api: Api; weight: number } | undefined;
  const described = apis
    .filter(({ standard }) => !standard)
    .map((api) => ({ api, reading: readExchange(exchange, api, exchange.startedAt) }));
  const general = readExchange(exchange, undefined, exchange.startedAt);
  let sharers: number | undefined;
  // What several APIs call NOT_FOUND, still others call so, too.
  const knowsAlone: KnowsCode = (api, code) =>
    knowsCode(api, code) && !described.some((other) => other.api !== api && knowsCode(other.api, code));
  const isShared = (): boolean =>
    (sharers ??= described.filter(({ reading }) => reading.path.matches.length > 0).length) > 1;
  for (const { api, reading } of described) {
    const weight =
      weigh(reading, api, { general, knowsCode, knowsAlone, isShared }) +
      (preferred.has(api.id) ? weights.preferred : 0);
    if (weight >= enough && (!best || weight > best.weight)) best = { api, weight };
  }
  return best?.api;
}

interface Around {
  /** The exchange as it reads for no API in particular: its body is parsed once, not once for each API. */
  readonly general: Reading;
  readonly knowsCode: KnowsCode;
  /** Whether it is the only API with this code. */
  readonly knowsAlone: KnowsCode;
  /** Whether several APIs know the path. */
  readonly isShared: () => boolean;
}

function weigh(reading: Reading, api: Api, around: Around): number {
  const byHost = weighHost(reading.url, api);
  const header = (api.match?.headers ?? []).some((name) => reading.answerFields.has(name))
    ? weights.header
    : 0;
  if (byHost + header === 0 && reading.url && !isPrivateHost(reading.url.hostname)) return 0;
  const path = weighPath(reading, around.isShared);
  const others = byHost + header + weighFileName(reading, api);
  // A near miss with a code that everybody uses, in members that everybody uses, is somebody's own API.
  const isAnybodys = others === 0 && path === weights.nearEndpoint && !api.envelope?.where;
  const knowsCode = isAnybodys ? around.knowsAlone : around.knowsCode;
  return others + path + weighAnswer(api, { ...around, knowsCode }, others + path > 0);
}

function weighHost(url: URL | undefined, api: Api): number {
  if (!url) return 0;
  const hosts = api.match?.hosts ?? [];
  if (hosts.some((host) => isHost(url, host))) return weights.host;
  if (isPrivateHost(url.hostname)) return 0;
  // `staging-api.acme.example` is of the family of `api.acme.example`.
  const family = (name: string): string => name.replace(/:\d+$/, '').split('.').slice(-2).join('.');
  if (
    hosts.some(
      (host) =>
        !isPrivateHost(host.replace(/:\d+$/, '')) &&
        // A wildcard says itself how far the family goes.
        !host.startsWith('*.') &&
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

function weighPath({ path, api }: Reading, isShared: () => boolean): number {
  if (path.matches.length > 0) {
    // `/health` and `/` are everybody's.
    const telling = path.matches.some(
      (endpoint) =>
        endpoint.path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length >= 2,
    );
    if (!telling) return weights.prefix;
    return isShared() ? weights.sharedEndpoint : weights.endpoint;
  }
  if (path.nearMiss !== undefined || path.withPrefix !== undefined) return weights.nearEndpoint;
  return (api?.match?.prefixes ?? []).some((prefix) => path.path.startsWith(`${prefix.replace(/\/$/, '')}/`))
    ? weights.prefix
    : 0;
}

/**
 * What the body says. Where nothing else hints at the API, its shape must be the whole envelope or bear its marker, and
 * its code be one of the API's.
 */
function weighAnswer(api: Api, { general, knowsCode }: Around, isHinted: boolean): number {
  const { answer, answerBody } = general;
  if (!answer || answer.status < 400 || !api.envelope || answerBody.kind !== 'json') return 0;
  const { json } = answerBody;
  const fit = envelopeFit(json, api.envelope);
  if (fit === 'none') return weights.strange;
  const code = asText(firstAt(json, api.envelope.code)) ?? general.words.code;
  const known = code !== undefined && knowsCode(api, code);
  // Many a team's API has the same members; a code that is not this API's speaks for one of those.
  const shape = fit === 'whole' && known ? weights.wholeEnvelope : weights.envelope;
  // `success: false` is common; with a code of the API it is its own.
  const marker = known && Object.keys(api.envelope.where ?? {}).length > 0 ? weights.marker : 0;
  const telling = known && (fit === 'whole' || marker > 0);
  return isHinted || telling ? shape + marker + (known ? weights.code : 0) : 0;
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
