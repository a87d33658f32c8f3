import { serve } from '@hono/node-server';
import express, { type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import fastify from 'fastify';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { HTTPException } from 'hono/http-exception';
import multer from 'multer';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Group } from '../../group';

/** Fastify, Hono, GraphQL and Express with other middleware than the labels of `express`. */
export const heldOutNode: Group = {
  name: 'held-out/node',
  labelsFacts: false,
  async start() {
    const express = makeExpress().listen(0, '127.0.0.1');
    await new Promise((listening) => express.once('listening', listening));
    const quick = makeFastify();
    const fastifyOrigin = await quick.listen({ port: 0, host: '127.0.0.1' });
    const hono = await new Promise<Server>((listening) => {
      const server = serve({ fetch: makeHono().fetch, port: 0, hostname: '127.0.0.1' }, () =>
        listening(server as Server),
      );
    });
    const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      values: { origin: originOf(express), fastify: fastifyOrigin, hono: originOf(hono) },
      async close() {
        for (const server of [express, hono]) {
          server.closeAllConnections();
          server.close();
        }
        await quick.close();
      },
    };
  },
};

function makeExpress(): express.Express {
  const app = express();
  app.set('env', 'test');
  const fine = (_request: Request, response: Response): void => void response.json({ ok: true });
  const minute = { windowMs: 60_000, limit: 1 };
  app.get('/combined', rateLimit({ ...minute, standardHeaders: 'draft-8', legacyHeaders: true }), fine);
  app.get('/own-words', rateLimit({ ...minute, standardHeaders: 'draft-7', message: { code: 429, error: 'Calm down' } }), fine); // prettier-ignore
  app.get('/as-503', rateLimit({ ...minute, statusCode: 503, standardHeaders: 'draft-6' }), fine);
  app.post('/upload', multer({ limits: { fileSize: 10 } }).single('file'), fine);

  const schema = buildSchema(`
    type Order { id: ID!, total: Float! }
    type Query { order(id: ID!): Order, me: String!, orders(first: Int!): [Order!]! }
  `);
  const rootValue = {
    order: () => ({ id: '7', total: null }),
    me: () => {
      throw new GraphQLError('You must be signed in', { extensions: { code: 'UNAUTHENTICATED' } });
    },
    orders: () => [],
  };
  app.post('/graphql', express.json(), async (request, response) => {
    const { query, variables } = request.body as { query: string; variables?: Record<string, unknown> };
    response.json(await graphql({ schema, source: query, rootValue, variableValues: variables }));
  });
  app.post('/rpc', express.json(), (request, response) => {
    const { id, method } = request.body as { id: number; method: string };
    if (method === 'ping') return void response.json({ jsonrpc: '2.0', id, result: 'pong' });
    response.json({ jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } });
  });
  app.post('/rpc/batch', (_request, response) => {
    response.json([
      { jsonrpc: '2.0', id: 1, result: 'pong' },
      { jsonrpc: '2.0', id: 2, error: { code: -32602, message: 'Invalid params' } },
    ]);
  });
  app.get('/dashboard', (_request, response) => response.redirect('/sso/authorize?return=%2Fdashboard'));
  app.get('/sso/authorize', (_request, response) => {
    response.send('<!doctype html><html><head><title>Single sign-on</title></head></html>');
  });
  app.get('/status', (_request, response) => void response.json({ status: 'error', detail: 'E77: price list is empty' })); // prettier-ignore
  app.get('/order-with-error-field', (_request, response) => void response.json({ id: 7, error: null, errors: [], status: 'failed-payment' })); // prettier-ignore
  app.get('/job', (_request, response) => void response.json({ id: 'job-1', state: 'failed', error: { message: 'Row 3 has no price' } })); // prettier-ignore
  app.get('/job-list', (_request, response) => void response.json({ data: [{ id: 1, status: 'error', message: 'printer is out of paper' }] })); // prettier-ignore
  app.get('/soap', (_request, response) => {
    response
      .status(500)
      .type('text/xml')
      .send('<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>Order number is missing</faultstring></soap:Fault></soap:Body></soap:Envelope>'); // prettier-ignore
  });
  app.get('/etag', (_request, response) => void response.json({ id: 7, price: 12 }));
  app.get('/nothing', (_request, response) => void response.type('json').end());
  app.get('/problem', (_request, response) => {
    response
      .status(402)
      .type('application/problem+json')
      .send('{"type":"https://errors.example.com/out-of-credit","title":"You do not have enough credit.","detail":"Your balance is 30, but that costs 50.","instance":"/account/12345/msgs/abc","balance":30}'); // prettier-ignore
  });
  return app;
}

function makeFastify() {
  const app = fastify({ bodyLimit: 200, forceCloseConnections: true });
  const body = {
    type: 'object',
    required: ['sku', 'quantity'],
    properties: { sku: { type: 'string' }, quantity: { type: 'integer', minimum: 1 } },
  };
  app.post('/orders', { schema: { body } }, () => ({ id: 7 }));
  app.get('/crash', () => {
    throw new Error('the pool is closed');
  });
  app.get('/orders/:id', { schema: { params: { type: 'object', properties: { id: { type: 'integer' } } } } }, () => ({ id: 7 })); // prettier-ignore
  return app;
}

function makeHono(): Hono {
  const app = new Hono();
  app.use('/private/*', bearerAuth({ token: 'the-right-token' }));
  app.get('/private/orders', (c) => c.json({ orders: [{ id: 7 }] }));
  app.post('/orders', async (c) => c.json(await c.req.json()));
  app.get('/teapot', () => {
    throw new HTTPException(409, { message: 'order 7 is already shipped' });
  });
  app.get('/crash', () => {
    throw new Error('secret detail');
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    return c.text('Internal Server Error', 500);
  });
  return app;
}
