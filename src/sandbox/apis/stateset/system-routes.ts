import { json, type Answer } from '../../server/answer';
import type { StatesetRoute } from './stateset-route';

export interface SystemContext {
  readonly now: () => number;
  readonly startedAt: number;
  readonly origin: () => string;
  /** Metrics in Prometheus' text format. */
  readonly metrics: () => string;
}

/** Health checks, metrics and OAuth metadata (RFC 8414): open to all and outside the rate limit. */
export function systemRoutes({ now, startedAt, origin, metrics }: SystemContext): StatesetRoute[] {
  const get = (template: string, handle: () => Answer): StatesetRoute => ({
    method: 'GET',
    template,
    handler: { open: true, limit: 'none', handle },
  });
  return [
    get('/health', () => json(200, { status: 'ok', uptime_seconds: Math.floor((now() - startedAt) / 1000) })),
    get('/health/readiness', () => json(200, { status: 'ready', checks: { database: 'ok', cache: 'ok' } })),
    get('/health/version', () => json(200, { name: 'stateset-api', version: '0.0.0-sandbox' })),
    get('/metrics', () => ({
      status: 200,
      headers: { 'Content-Type': 'text/plain; version=0.0.4' },
      body: metrics(),
    })),
    get('/api/v1/.well-known/oauth-authorization-server', () =>
      json(200, {
        issuer: origin(),
        token_endpoint: `${origin()}/api/v1/auth/login`,
        grant_types_supported: ['password', 'refresh_token'],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: ['none'],
      }),
    ),
  ];
}
