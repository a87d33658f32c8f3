import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import { expressjwt } from 'express-jwt';
import { rateLimit, type Options } from 'express-rate-limit';
import jwt from 'jsonwebtoken';
import type { AddressInfo } from 'node:net';
import type { Group } from '../group';

const secret = 'a key for tests that is long enough';

/** An Express app with the middleware that most have: JWT, rate limits of every draft, body parsers, static errors. */
export const expressApp: Group = {
  name: 'express',
  async start() {
    const server = makeApp().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      values: { origin, ...tokens() },
      close: () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        }),
    };
  },
};

function makeApp(): express.Express {
  const app = express();
  // Express prints each error it answers, unless it is told that it runs in a test.
  app.set('env', 'test');
  const limits: Record<string, Partial<Options>> = {
    '/draft-6': { standardHeaders: 'draft-6', legacyHeaders: false },
    '/draft-7': { standardHeaders: 'draft-7', legacyHeaders: false },
    '/draft-8': { standardHeaders: 'draft-8', legacyHeaders: false },
    '/legacy': { standardHeaders: false, legacyHeaders: true },
    '/unsaid': { standardHeaders: false, legacyHeaders: false },
    '/within': { standardHeaders: 'draft-7', legacyHeaders: false, limit: 100 },
  };
  const fine = (_request: Request, response: Response): void => void response.json({ ok: true });
  for (const [path, headers] of Object.entries(limits))
    app.get(path, rateLimit({ windowMs: 60_000, limit: 2, identifier: 'api', ...headers }), fine);

  const check = { secret, algorithms: ['HS256' as const] };
  app.get('/jwt', expressjwt(check), fine);
  app.get('/jwt/issuer', expressjwt({ ...check, issuer: 'https://login.example.com/' }), fine);
  app.get('/jwt/audience', expressjwt({ ...check, audience: 'https://api.example.com' }), fine);
  app.get('/own', (request, response) => {
    const [, token = ''] = request.get('authorization')?.split(' ') ?? [];
    try {
      jwt.verify(token, secret, { algorithms: ['HS256'] });
      response.json({ ok: true });
    } catch (error) {
      response.status(401).json({ success: false, message: (error as Error).message });
    }
  });
  app.get('/scopes', expressjwt(check), (_request, response) => {
    response
      .status(403)
      .set('WWW-Authenticate', 'Bearer error="insufficient_scope", scope="orders:write"')
      .json({ error: 'insufficient_scope' });
  });
  app.post('/orders', express.json({ limit: 200 }), (request, response) => {
    const { sku, quantity } = (request.body ?? {}) as Record<string, unknown>;
    const errors = [
      ...(typeof sku === 'string' ? [] : [{ path: 'sku', msg: 'sku is required' }]),
      ...(Number.isInteger(quantity) ? [] : [{ path: 'quantity', msg: 'quantity must be an integer' }]),
    ];
    if (errors.length > 0) response.status(422).json({ errors });
    else response.status(201).json({ id: 7 });
  });
  app.get('/empty', (_request, response) => void response.json({ data: [], total: 0 }));
  app.get('/soft', (_request, response) => void response.json({ success: false, message: 'Card declined' }));
  app.get('/crash', () => {
    throw new Error('Cannot read properties of undefined');
  });
  app.get('/page', (_request, response) => void response.send('<!doctype html><title>Sign in</title>'));
  app.get('/moved', (_request, response) => response.redirect(301, '/empty'));
  app.post('/moved', (_request, response) => response.redirect(302, '/empty'));
  app.get('/loop', (_request, response) => response.redirect('/loop'));
  app.get('/long', (_request, response) => void response.json({ text: 'x'.repeat(5000) }));
  // A server whose clock is two hours ahead of everybody else's.
  app.get('/ahead', (request, response) => {
    const ahead = Date.now() + 7_200_000;
    response.set('Date', new Date(ahead).toUTCString());
    try {
      const [, token = ''] = request.get('authorization')?.split(' ') ?? [];
      jwt.verify(token, secret, { algorithms: ['HS256'], clockTimestamp: Math.floor(ahead / 1000) });
      response.json({ ok: true });
    } catch (error) {
      response.status(401).json({ message: (error as Error).message });
    }
  });
  app.get('/old', (_request, response) => {
    response.set({ Deprecation: '@1767225600', Sunset: 'Fri, 01 Jan 2027 00:00:00 GMT' }).json({ ok: true });
  });
  app.use('/api', ((error, _request, response, next) => {
    void next;
    response
      .status((error as { status?: number }).status ?? 500)
      .json({ error: { code: (error as { code?: string }).code } });
  }) as ErrorRequestHandler);
  return app;
}

/** Tokens that are good, and bad in one way each. */
function tokens(): Record<string, string> {
  const claims = {
    sub: '7',
    iss: 'https://login.example.com/',
    aud: 'https://api.example.com',
    scope: 'orders:read',
  };
  const now = Math.floor(Date.now() / 1000);
  const good = jwt.sign(claims, secret, { expiresIn: '1h' });
  return {
    good,
    expired: jwt.sign({ ...claims, iat: now - 7200, exp: now - 3600 }, secret),
    early: jwt.sign({ ...claims, nbf: now + 3600 }, secret, { expiresIn: '2h' }),
    forged: jwt.sign(claims, 'another key', { expiresIn: '1h' }),
    unsigned: jwt.sign(claims, '', { algorithm: 'none' }),
    otherIssuer: jwt.sign({ ...claims, iss: 'https://login.staging.example.com/' }, secret, {
      expiresIn: '1h',
    }),
    otherAudience: jwt.sign({ ...claims, aud: 'https://files.example.com' }, secret, { expiresIn: '1h' }),
    cut: good.slice(0, -60),
  };
}
