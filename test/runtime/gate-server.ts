import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server on loopback that answers each request when the test says so. */
export interface GateServer {
  readonly origin: string;
  /** `METHOD path` of every request, as they came. */
  readonly received: readonly string[];
  /** Connections that are open now. */
  readonly open: ReadonlySet<Socket>;
  /** The request to this path, once it is there; its answer is the test's to give. */
  arrival(path: string): Promise<ServerResponse>;
  /** Settles once no connection is open. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startGateServer(): Promise<GateServer> {
  const received: string[] = [];
  const open = new Set<Socket>();
  const held = new Map<string, ServerResponse[]>();
  const waiting = new Map<string, ((response: ServerResponse) => void)[]>();
  let whenQuiet: (() => void)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    received.push(`${request.method} ${path}`);
    request.resume();
    const next = waiting.get(path)?.shift();
    if (next) next(response);
    else held.set(path, [...(held.get(path) ?? []), response]);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) whenQuiet.splice(0).forEach((resolve) => resolve());
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    open,
    arrival: (path) =>
      new Promise((resolve) => {
        const response = held.get(path)?.shift();
        if (response) resolve(response);
        else waiting.set(path, [...(waiting.get(path) ?? []), resolve]);
      }),
    quiet: () =>
      new Promise((resolve) => {
        if (open.size === 0) resolve();
        else whenQuiet = [...whenQuiet, resolve];
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
