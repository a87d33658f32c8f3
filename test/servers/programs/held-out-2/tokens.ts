/** Tokens as issuers make them, each wrong in its own way or good; their signatures are made up. */
export function makeTokens(now = Math.floor(Date.now() / 1000)): Record<string, string> {
  const good = { iss: 'https://id.example.com/', sub: 'user-7', iat: now - 300, exp: now + 3300 };
  const api = { ...good, aud: 'https://orders.example.com' };
  return {
    jwtValid: token(api),
    jwtExpired: token({ ...api, iat: now - 90_000, exp: now - 86_400 }),
    jwtNearlyExpired: token({ ...api, exp: now + 120 }),
    jwtGraph: token({ ...good, aud: 'https://graph.microsoft.com', scp: 'User.Read' }),
    jwtScoped: token({ ...api, scope: 'openid profile read:orders' }),
    jwtMillis: token({ ...api, iat: (now - 300) * 1000, exp: (now + 3300) * 1000 }),
    jwtId: token({
      ...good,
      aud: 'web-client-3',
      nonce: 'n-0S6',
      at_hash: 'MTIzNDU2',
      email: 'ana@example.com',
    }),
    jwtNotYet: token({ ...api, iat: now + 3600, nbf: now + 3600, exp: now + 7200 }),
    jwtOtherIssuer: token({ ...api, iss: 'https://id.staging.example.com/' }),
    jwtRefresh: token({ ...good, typ: 'Refresh', aud: 'https://id.example.com/' }),
    jwtUnsigned: token(api, 'none'),
    jwtKeycloakRefresh: token({ ...good, typ: 'Refresh', iat: now - 7200, exp: now - 3600 }),
  };
}

const token = (claims: object, alg = 'RS256'): string =>
  [{ alg, typ: 'JWT', kid: 'k1' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(alg === 'none' ? '' : Buffer.alloc(256, 7).toString('base64url'))
    .join('.');
