import type { Language, Text } from '../text/language';
import type { When } from './when';

/**
 * The catalog format, as it stands in a YAML file. `catalog/catalog.schema.json` says the same for editors;
 * `docs/CATALOG.md` explains it. After compilation the same shapes serve the code (see `catalog.ts`).
 */
export interface CatalogFile {
  /** Lower-case, unique over all catalogs: `acme`. */
  id: string;
  name: string;
  /** A standard ranks below every API: it explains what no API's own catalog does. */
  standard?: boolean;
  match?: Match;
  envelope?: Envelope;
  authentication?: Authentication[];
  rateLimits?: RateLimits;
  pages?: GatewayPage[];
  idempotency?: Idempotency;
  support?: Support;
  /** Names of body fields and headers whose values are secret, beside the ones that are secret everywhere. */
  secrets?: string[];
  /** Requests that tell whether the API is up. */
  health?: Check[];
  /** Causes that several problems of this API share. */
  causes?: CauseSource[];
  problems?: ProblemSource[];
  /** Symptoms with no code. */
  guides?: ProblemSource[];
  /** Header fields: what they say, and what to do about it. */
  fields?: TermSource[];
  /** Claims of a JWT. */
  claims?: TermSource[];
}

/** How the API is told from others: each hint that is met adds to its rank. */
export interface Match {
  /** `api.acme.example`, `localhost:8080`; `*.example.com` covers subdomains. */
  hosts?: string[];
  /** Known endpoints: `GET /api/v1/orders`, `/api/v1/orders/{id}`; without a method, any method. */
  endpoints?: string[];
  /** What every path of the API starts with: `/api/v1`. */
  prefixes?: string[];
  /** Response header fields that only this API sends. */
  headers?: string[];
  /** Words that name the API in code, logs, file names and settings. */
  words?: string[];
}

/** Where an error body holds what. A path is dotted; `[]` is the first element: `errors[].code`. */
export interface Envelope {
  code?: string | string[];
  message?: string | string[];
  details?: string | string[];
  requestId?: string | string[];
  /** Values that a body must have to be this API's: `{ success: false }`. */
  where?: Record<string, string | number | boolean>;
}

export interface Authentication {
  scheme: 'bearer-jwt' | 'bearer' | 'basic' | 'api-key';
  /** The request header field that carries the credential. */
  header: string;
  /** Seconds that an access token lives; likewise a refresh token. */
  accessLifetime?: number;
  refreshLifetime?: number;
  /** Without `token` where it is not documented what the answer holds. */
  login?: Omit<TokenRequest, 'token'> & { token?: string };
  refresh?: TokenRequest;
  /** What to do where there is no refresh. */
  note?: Text;
}

/** A request that answers with tokens. Placeholders in the body: `{{refreshToken}}`, `{{username}}`, `{{password}}`. */
export interface TokenRequest {
  /** `POST /api/v1/auth/refresh` */
  request: string;
  body?: Record<string, unknown>;
  /** Paths in the answer: `access_token`, `data.token`. */
  token: string;
  refreshToken?: string;
}

/** An error page of a server in front of APIs: one of `marks` stands in it, or it is one of `texts`. */
export interface GatewayPage {
  product: string;
  /** Templates as of messages. */
  marks?: string[];
  texts?: string[];
  status?: number[];
  /** A header field that the answer does not have. */
  unlessHeader?: string;
  /** It stands between callers and the world, not in front of one API. */
  forwardProxy?: boolean;
}

export interface RateLimits {
  /** Header fields of the answer. */
  limit?: string;
  remaining?: string;
  reset?: string;
  resetUnit?: ResetUnit;
  /** Path of the answer's body that holds the wait, in seconds. */
  wait?: string;
  plans?: Plan[];
}

export type ResetUnit =
  'epoch-seconds' | 'epoch-milliseconds' | 'delta-seconds' | 'delta-milliseconds' | 'date';

export interface Plan {
  name: string;
  limits: { requests: number; per: 'second' | 'minute' | 'hour' | 'day' }[];
  note?: Text;
}

export interface Idempotency {
  header: string;
  methods: string[];
  /** Seconds that the server remembers a key. */
  lifetime?: number;
}

export interface Support {
  email?: string;
  links?: { title: string; url: string }[];
  /** What a report must hold. */
  include?: SupportItem[];
  /** The language that support reads; the user's own where absent. */
  language?: Language;
  note?: Text;
}

export type SupportItem =
  | 'request-id'
  | 'timestamp'
  | 'error-code'
  | 'error-message'
  | 'redacted-request'
  | 'response'
  | 'token-facts'
  | 'versions'
  | 'logs'
  | 'configuration'
  | 'resource-ids'
  | 'steps-to-reproduce';

/** Where a piece of knowledge comes from: `RFC 9110 §15.5.2`, `Acme guide, "Quotas"`. */
export type Source = string | { title: string; url: string };

export interface ProblemSource {
  id: string;
  codes?: string[];
  status?: number | number[];
  /** The status's reason phrase, where the problem is a status. */
  reason?: string;
  /** Literal messages; `{n}` stands for a number, any other `{name}` for some text. Never a regular expression. */
  messages?: string[];
  title: Text;
  /** One or two sentences: what it means. */
  summary: Text;
  causes?: (CauseSource | SharedCause)[];
  /** What to do, first things first. */
  steps?: Step[];
  checks?: Check[];
  examples?: Example[];
  /** When the same request may be sent again. */
  retry?: Retry;
  /** Facts that show a symptom without a code. */
  when?: When;
  /** Ids of other problems, of this catalog or (`other/id`) of another. */
  related?: string[];
  /** Other words that people search it by. */
  keywords?: string[];
  source: Source;
}

/** Something with a name that is no problem by itself: a header field, a claim. It has a hover and a page, too. */
export interface TermSource extends Pick<
  ProblemSource,
  'id' | 'title' | 'summary' | 'steps' | 'examples' | 'related' | 'keywords' | 'source'
> {
  /** As they are written: `Retry-After`, `exp`. */
  names: string[];
}

export type Retry = 'never' | 'backoff' | 'after-reset' | 'after-refresh';

export interface CauseSource {
  id: string;
  title: Text;
  explanation: Text;
  /** Holds: confirmed. Provably does not: ruled out. Otherwise, or without it: possible. */
  when?: When;
  /**
   * Words by which answers name it, in messages or codes, lower-case, without hyphens and in any language: `account … suspended`. They
   * prove nothing; a shared cause that an answer names is considered whatever the problem.
   */
  said?: string[];
  fix: Text;
  /** The cheapest test that would tell, where the exchange cannot. */
  test?: Text;
  source?: Source;
}

/** A cause that is written elsewhere; with a `when` of its own where this problem needs another proof of it. */
export interface SharedCause {
  use: string;
  when?: When;
}

/**
 * A sentence, with the command or configuration that does it. Where its `when` provably does not hold, a diagnosis
 * leaves it out.
 */
export type Step = Text & { code?: string; language?: string; when?: When };

/** A request that tells more, sent against the same base URL. */
export interface Check {
  title: Text;
  /** `GET /api/v1/auth/me` */
  request: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Send it without the credential. */
  anonymous?: boolean;
  /** It changes something: never sent without asking. */
  unsafe?: boolean;
  /** What a good answer looks like. */
  expect?: Text;
}

export interface Example {
  title?: Text;
  language: string;
  code: string;
}
