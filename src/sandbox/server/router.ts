/** A handler under a method and a path template such as `/api/v1/orders/{id}`. */
export interface Route<Handler> {
  readonly method: string;
  readonly template: string;
  readonly handler: Handler;
}

export type Match<Handler> =
  | {
      readonly kind: 'found';
      readonly route: Route<Handler>;
      readonly params: Readonly<Record<string, string>>;
    }
  /** The path exists; `allow` lists its methods, HEAD and OPTIONS among them (RFC 9110 §10.2.1). */
  | { readonly kind: 'method-not-allowed'; readonly allow: readonly string[] }
  | { readonly kind: 'not-found' };

export type Router<Handler> = (method: string, path: string) => Match<Handler>;

/**
 * Matches whole paths, segment by segment: a trailing slash is another path. HEAD is served by GET's handler; node:http
 * leaves its body out. Where two templates match, the first one wins.
 */
export function createRouter<Handler>(routes: readonly Route<Handler>[]): Router<Handler> {
  const compiled = routes.map((route) => ({ route, segments: route.template.split('/') }));
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const sent = path.split('/');
    const allow = new Set<string>();
    for (const { route, segments } of compiled) {
      const params = paramsOf(segments, sent);
      if (!params) continue;
      if (route.method === wanted) return { kind: 'found', route, params };
      allow.add(route.method);
      if (route.method === 'GET') allow.add('HEAD');
    }
    if (allow.size === 0) return { kind: 'not-found' };
    return { kind: 'method-not-allowed', allow: [...allow, 'OPTIONS'] };
  };
}

function paramsOf(segments: readonly string[], sent: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== sent.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const value = decode(sent[i] ?? '');
    if (segment.startsWith('{')) {
      if (!value) return undefined;
      params[segment.slice(1, -1)] = value;
    } else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
