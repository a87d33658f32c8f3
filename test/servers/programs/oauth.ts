import OAuth2Server from '@node-oauth/oauth2-server';
import express, { type RequestHandler } from 'express';
import type { AddressInfo } from 'node:net';
import type { Group } from '../group';

const hour = 3_600_000;

/** An OAuth 2 provider with a resource of its own, made with a library that many providers are made with. */
export const oauth: Group = {
  name: 'oauth',
  async start() {
    const server = makeApp().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    return {
      values: { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      close: () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        }),
    };
  },
};

const client = { id: 'shop', grants: ['password', 'refresh_token', 'client_credentials'] };
const ann = { id: 7 };

function makeModel(): OAuth2Server.PasswordModel &
  OAuth2Server.RefreshTokenModel &
  OAuth2Server.ClientCredentialsModel {
  const issued = new Map<string, OAuth2Server.Token>([
    [
      'good-token',
      {
        accessToken: 'good-token',
        accessTokenExpiresAt: new Date(Date.now() + hour),
        scope: ['read'],
        client,
        user: ann,
      },
    ],
    [
      'old-token',
      {
        accessToken: 'old-token',
        accessTokenExpiresAt: new Date(Date.now() - hour),
        scope: ['read'],
        client,
        user: ann,
      },
    ],
  ]);
  return {
    getClient: async (id, secret) =>
      id === 'machine' && secret === 'secret'
        ? { id, grants: ['client_credentials'] }
        : id === client.id && secret === 'secret'
          ? client
          : false,
    getUser: async (username, password) => (username === 'ann' && password === 'secret' ? ann : false),
    getUserFromClient: async () => ann,
    saveToken: async (token, of, user) => {
      const saved = { ...token, client: of, user };
      issued.set(token.accessToken, saved);
      return saved;
    },
    getAccessToken: async (token) => issued.get(token) ?? false,
    getRefreshToken: async () => false,
    revokeToken: async () => true,
    validateScope: async (_user, _client, scope) =>
      scope?.every((each) => each === 'read') === false ? false : ['read'],
    verifyScope: async (token, scope) => scope.every((each) => token.scope?.includes(each)),
  };
}

function makeApp(): express.Express {
  const server = new OAuth2Server({
    model: makeModel(),
    addAuthorizedScopesHeader: true,
    addAcceptedScopesHeader: true,
  });
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post('/oauth/token', async (request, response) => {
    const answer = new OAuth2Server.Response(response);
    try {
      await server.token(new OAuth2Server.Request(request), answer);
      response.set(answer.headers).json(answer.body);
    } catch (error) {
      const { code, name, message } = error as OAuth2Server.OAuthError;
      response.set(answer.headers).status(code).json({ error: name, error_description: message });
    }
  });
  const guard =
    (scope?: string[]): RequestHandler =>
    async (request, response) => {
      const answer = new OAuth2Server.Response(response);
      try {
        await server.authenticate(new OAuth2Server.Request(request), answer, {
          scope,
        } as OAuth2Server.AuthenticateOptions);
        response.json({ user: ann });
      } catch (error) {
        const { code, name, message } = error as OAuth2Server.OAuthError;
        response.set(answer.headers).status(code);
        if (name === 'unauthorized_request') response.end();
        else response.json({ error: name, error_description: message });
      }
    };
  app.get('/me', guard());
  app.get('/admin', guard(['admin']));
  return app;
}
