import type { Api } from '../../core/catalog/catalog';
import type { Exchange } from '../../core/exchange/exchange';
import { readExchange } from '../../core/exchange/read-exchange';
import { redactorFor } from '../../core/redact/redactor';
import { type RefreshPlan, refreshRequest, tokensIn } from '../../core/refresh/refresh-request';
import { defaultLimits, type Transport } from '../../http/transport/transport';

/** What is needed of VS Code's `SecretStorage`. */
export interface TokenVault {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** Whose tokens: those of one API in one environment, at one origin. */
export interface TokenOwner {
  readonly api: Api;
  readonly environment: string | undefined;
  readonly plan: RefreshPlan;
}

export type Refreshed =
  | { readonly kind: 'token'; readonly token: string }
  /** The user gave no refresh token. */
  | { readonly kind: 'declined' }
  | Refused;

/** In words of the server, redacted; `detail` may be empty. */
export interface Refused {
  readonly kind: 'refused';
  readonly outcome: string;
  readonly detail: string;
}

/** A refresh, and how many wait for it. */
interface UnderWay {
  readonly controller: AbortController;
  readonly outcome: Promise<Refreshed>;
  waiting: number;
}

/** Asks the user for a refresh token, until the signal says otherwise; undefined where they decline. */
export type AskForToken = (owner: TokenOwner, signal: AbortSignal) => PromiseLike<string | undefined>;

/**
 * Gets new access tokens by the refresh request of the catalog. Refresh tokens are kept in the vault, and go to no
 * origin but the one of the refused request: a redirect is not followed. Many servers take each refresh token once,
 * so whoever asks while a refresh is under way gets the outcome of that one.
 */
export class TokenRefresher {
  private readonly underWay = new Map<string, UnderWay>();

  constructor(
    private readonly vault: TokenVault,
    private readonly ask: AskForToken,
    private readonly transport: Transport,
  ) {}

  /** Rejects with the signal's reason at once; the request ends with the last of those who wait for it. */
  refresh(owner: TokenOwner, signal: AbortSignal): Promise<Refreshed> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const key = keyOf(owner);
    const shared = this.underWay.get(key) ?? this.start(key, owner);
    shared.waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--shared.waiting > 0) return;
        shared.controller.abort();
        if (this.underWay.get(key) === shared) this.underWay.delete(key);
      };
      signal.addEventListener('abort', leave, { once: true });
      shared.outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  private start(key: string, owner: TokenOwner): UnderWay {
    const controller = new AbortController();
    const outcome = this.run(key, owner, controller.signal).finally(() => {
      if (this.underWay.get(key) === shared) this.underWay.delete(key);
    });
    const shared: UnderWay = { controller, outcome, waiting: 0 };
    this.underWay.set(key, shared);
    return shared;
  }

  private async run(key: string, owner: TokenOwner, signal: AbortSignal): Promise<Refreshed> {
    const given = (await this.vault.get(key)) ?? (await this.ask(owner, signal))?.trim();
    if (!given) return { kind: 'declined' };
    const { headers, body, ...line } = refreshRequest(owner.plan, given);
    const request = {
      ...line,
      headers,
      body: new TextEncoder().encode(body),
      followRedirects: false,
      verifyCertificate: true,
    };
    const exchange = await this.transport(request, { signal, limits: defaultLimits });
    const { outcome } = exchange;
    const isGood = outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
    const tokens = isGood ? tokensIn(owner.plan, outcome.body.text) : undefined;
    if (tokens) {
      await this.vault.store(key, tokens.refreshToken ?? given);
      return { kind: 'token', token: tokens.token };
    }
    // A token that the server does not want is not offered to it again.
    if (
      outcome.kind === 'response' &&
      outcome.status >= 400 &&
      outcome.status < 500 &&
      outcome.status !== 429
    )
      await this.vault.delete(key);
    return refused(exchange, owner.api);
  }
}

/** Secrets of one owner are found under this name only. */
const keyOf = ({ api, environment = '', plan }: TokenOwner): string =>
  `refreshToken:${JSON.stringify([api.id, environment, plan.origin])}`;

function refused(exchange: Exchange, api: Api): Refreshed {
  const { outcome } = exchange;
  const redact = redactorFor(exchange, api);
  if (outcome.kind === 'failure')
    return { kind: 'refused', outcome: outcome.code, detail: redact(outcome.message) };
  const { words } = readExchange(exchange, api, exchange.startedAt);
  return {
    kind: 'refused',
    outcome: redact(`${outcome.status} ${outcome.reason}`.trim()),
    detail: redact(words.message ?? '').slice(0, 300),
  };
}
