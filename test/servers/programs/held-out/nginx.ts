import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../../unit/http/certificates';
import { startBareServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { nginxPath } from '../../nginx-server';
import { freePorts } from '../start-program';
import { trusting } from './trusting';

/** nginx as a gateway in front of applications, with the places that the labels of `nginx` do not have. */
export const heldOutNginx: Group = {
  name: 'held-out/nginx',
  labelsFacts: false,
  missing: () => (nginxPath ? undefined : 'nginx is not installed'),
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    const [port = 0, tlsPort = 0, mutualPort = 0] = await freePorts(3);
    const bare = {
      silent: await startBareServer((socket) => socket.resume()),
      leaving: await startBareServer((socket) => socket.once('data', () => socket.destroy())),
      garbage: await startBareServer((socket) => socket.once('data', () => socket.end('+PONG\r\n'))),
    };
    const application = createServer((request, response) => {
      if (request.url === '/app/large-header') response.setHeader('X-Large', 'x'.repeat(9000));
      if (request.url === '/app/busy') response.setHeader('Retry-After', '120');
      const status = request.url === '/app/busy' ? 503 : request.url === '/app/orders' ? 404 : 200;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ message: status === 404 ? 'order 7 does not exist' : 'importing prices' }),
      );
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => application.once('listening', listening));
    const { key, cert } = await makeCertificate({});
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'cert.pem'), cert);
    mkdirSync(join(folder, 'site', 'shop'), { recursive: true });
    writeFileSync(join(folder, 'site', 'index.html'), '<!doctype html><html><title>Shop</title></html>');
    const upstreams = {
      application: (application.address() as AddressInfo).port,
      ...Object.fromEntries(Object.entries(bare).map(([name, server]) => [name, server.port])),
    };
    writeFileSync(
      join(folder, 'nginx.conf'),
      configuration(folder, { port, tlsPort, mutualPort }, upstreams),
    );
    const child = spawn(
      nginxPath as string,
      ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'error.log')],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
    await new Promise<void>((settle, reject) => {
      const watcher = watch(folder, () => {
        if (!existsSync(join(folder, 'nginx.pid'))) return;
        watcher.close();
        settle();
      });
      child.once('exit', (code) => reject(new Error(`nginx ended with ${code} before it listened.`)));
    });
    // Two requests that never end use up the connections that these places allow.
    const held = await Promise.all(
      ['/one-at-a-time', '/one-at-a-time-said'].map(async (path) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`),
        );
        await bare.silent.nextArrival();
        return socket;
      }),
    );
    return {
      values: {
        origin: `http://127.0.0.1:${port}`,
        port: `${port}`,
        tlsPort: `${tlsPort}`,
        mutualPort: `${mutualPort}`,
      },
      transport: trusting([cert]),
      async close() {
        for (const socket of held) socket.destroy();
        child.kill('SIGTERM');
        await ended;
        await Promise.all(Object.values(bare).map((server) => server.close()));
        application.close();
        application.closeAllConnections();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const configuration = (folder: string, ports: Record<string, number>, to: Record<string, number>): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  limit_req_zone $binary_remote_addr zone=rate:1m rate=1r/m;
  limit_conn_zone $server_name zone=conn:1m;
  limit_conn_zone $uri zone=path:1m;
  map $http_authorization $verdict { default 403; "" 401; "Bearer good" 204; }
  ssl_certificate ${folder}/cert.pem;
  ssl_certificate_key ${folder}/key.pem;
  default_type application/octet-stream;
  types { text/html html; application/json json; }
  server { listen 127.0.0.1:${ports['port']} default_server; server_name _; return 404; }
  server { listen 127.0.0.1:${ports['port']}; server_name closed.example; return 444; }
  server {
    listen 127.0.0.1:${ports['port']};
    server_name 127.0.0.1;
    root ${folder}/site;
    large_client_header_buffers 2 4k;
    location = /_auth { internal; if ($verdict = 401) { return 401; } if ($verdict = 403) { return 403; } return 204; }
    location /guarded { auth_request /_auth; proxy_pass http://127.0.0.1:${to['application']}/; }
    location /one-at-a-time { limit_conn path 1; proxy_pass http://127.0.0.1:${to['silent']}; }
    location /one-at-a-time-said { limit_conn path 1; limit_conn_status 429; proxy_pass http://127.0.0.1:${to['silent']}; }
    location /limited { limit_req zone=rate; try_files /index.html =404; }
    location /files { try_files $uri =404; }
    location /shop { try_files $uri /index.html; }
    location /slow { proxy_read_timeout 150ms; proxy_pass http://127.0.0.1:${to['silent']}; }
    location /leaving { proxy_pass http://127.0.0.1:${to['leaving']}; }
    location /garbage { proxy_pass http://127.0.0.1:${to['garbage']}; }
    location /app { proxy_pass http://127.0.0.1:${to['application']}; }
    location /read { limit_except GET { deny all; } proxy_pass http://127.0.0.1:${to['application']}; }
    location /signed { secure_link $arg_md5; secure_link_md5 "key$uri"; if ($secure_link = "") { return 403; } }
    location = /secure { return 301 https://localhost:${ports['tlsPort']}/; }
    location /members { return 302 /accounts/login?next=$uri; }
    location /accounts { default_type text/html; return 200 '<!doctype html><html><head><title>Sign in</title></head><body><form method="post"><input type="password" name="password"></form></body></html>'; }
    location /own-page { error_page 404 /missing.json; return 404; }
    location = /missing.json { internal; default_type application/json; return 404 '{"code":"route_unknown","message":"No such route"}'; }
    location /maintenance { error_page 503 @away; return 503; }
    location @away { default_type text/html; add_header Retry-After 3600 always; return 503 '<!doctype html><html><title>Down for maintenance</title><h1>We are down for maintenance</h1></html>'; }
    location /quota { default_type application/json; add_header Retry-After 30 always; return 429 '{"message":"slow down, please"}'; }
    location /cycle { rewrite ^ /cycle/again last; }
    location /api/ { default_type application/json; return 200 '{"status":"up"}'; }
    location /gone { return 410; }
    location /upload { client_max_body_size 10; proxy_pass http://127.0.0.1:${to['application']}; }
  }
  server { listen 127.0.0.1:${ports['tlsPort']} ssl; location / { default_type application/json; return 200 '{"status":"up"}'; } }
  server {
    listen 127.0.0.1:${ports['mutualPort']} ssl;
    ssl_client_certificate ${folder}/cert.pem;
    ssl_verify_client on;
    location / { return 204; }
  }
}
`;
