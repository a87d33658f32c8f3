import express, { type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import type { AddressInfo } from 'node:net';
import type { Group } from '../group';

const secret = 'a key for tests that is long enough';

/** An app that looks closely at its requests: Basic, keys, signatures, tokens in bodies, forgery, preflights, keys for repeats. */
export const guarded: Group = {
  name: 'guarded',
  async start() {
    const server = makeApp().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const port = (server.address() as AddressInfo).port;
    const now = Math.floor(Date.now() / 1000);
    return {
      values: {
        origin: `http://127.0.0.1:${port}`,
        port: `${port}`,
        spent: jwt.sign({ sub: '7', token_type: 'refresh', iat: now - 9000, exp: now - 5000 }, secret),
        expired: jwt.sign({ sub: '7', iat: now - 9000, exp: now - 5000 }, secret),
        access: jwt.sign({ sub: '7', token_type: 'access' }, secret, { expiresIn: '1h' }),
      },
      close: () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        }),
    };
  },
};

const fine = (_request: Request, response: Response): void => void response.json({ ok: true });

function makeApp(): express.Express {
  const app = express();
  app.set('env', 'test');
  app.use(express.json(), express.urlencoded({ extended: false }));

  app.get('/basic', (request, response) => {
    const [, encoded = ''] = /^Basic (.*)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (Buffer.from(encoded, 'base64').toString() === 'joe:s3cret-word') return fine(request, response);
    response.status(401).set('WWW-Authenticate', 'Basic realm="orders"').end();
  });
  app.get('/key', (request, response) => {
    if (request.get('x-api-key') === '5f0c9be1c2a84d') return fine(request, response);
    response.status(401).json({ message: 'Invalid API key' });
  });
  // As many an app does that follows an old tutorial: whatever is wrong with a token is answered with 403.
  app.get('/old-school', (request, response) => {
    try {
      jwt.verify((request.get('authorization') ?? '').replace('Bearer ', ''), secret);
      fine(request, response);
    } catch {
      response.sendStatus(403);
    }
  });
  app.post('/refresh', (request, response) => {
    try {
      const claims = jwt.verify(String((request.body as Record<string, unknown>)['refresh_token']), secret);
      if (typeof claims === 'string' || claims['token_type'] !== 'refresh') throw new Error('wrong type');
      fine(request, response);
    } catch (error) {
      response.status(401).json({ message: (error as Error).message });
    }
  });
  app.post('/form', (request, response) => {
    const sent = request.get('x-csrf-token') ?? (request.body as Record<string, unknown>)['_csrf'];
    const [, token] = /csrf=(\w+)/.exec(request.get('cookie') ?? '') ?? [];
    if (token !== undefined && token === sent) return fine(request, response);
    response.status(403).json({ message: 'invalid csrf token' });
  });
  app.post('/hook', (request, response) => {
    if (request.get('x-signature') === 'sha256=right') return fine(request, response);
    response.status(401).json({ message: 'Signature does not match' });
  });
  const answers = new Map<string, string>();
  app.post('/payments', (request, response) => {
    const key = request.get('idempotency-key') ?? '';
    const body = JSON.stringify(request.body);
    if ((answers.get(key) ?? body) !== body)
      return void response.status(422).json({ message: 'Idempotency-Key was used with a different payload' });
    answers.set(key, body);
    response.status(201).json({ ok: true });
  });
  app.options('/closed', (_request, response) => void response.status(401).end());
  app.get('/nowhere', (_request, response) => void response.status(302).end());
  app.get('/teapot', (_request, response) => void response.status(418).end());
  return app;
}
