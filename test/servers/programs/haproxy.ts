import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBareServer } from '../../unit/http/servers';
import type { Group } from '../group';
import { freePorts, startProgram } from './start-program';

export const haproxyPath = ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy', '/opt/homebrew/bin/haproxy'].find(
  (each) => existsSync(each),
);

/** The HAProxy of this machine: its own answers, which come before any API's. */
export const haproxy: Group = {
  name: 'haproxy',
  missing: () => (haproxyPath ? undefined : 'HAProxy is not installed'),
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
    const [port, deadPort] = await freePorts(2);
    const silent = await startBareServer((socket) => socket.resume());
    const garbage = await startBareServer((socket) =>
      socket.once('data', () => socket.end('220 smtp ready\r\n')),
    );
    const leaving = await startBareServer((socket) => socket.once('data', () => socket.destroy()));
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(
      file,
      configuration(Number(port), {
        dead: Number(deadPort),
        silent: silent.port,
        garbage: garbage.port,
        leaving: leaving.port,
      }),
    );
    const program = await startProgram(haproxyPath as string, ['-W', '-db', '-f', file], {
      ready: /Loading success/,
    });
    return {
      values: { origin: `http://127.0.0.1:${port}` },
      async close() {
        await program.stop();
        await Promise.all([silent, garbage, leaving].map((server) => server.close()));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const configuration = (port: number, backends: Record<string, number>): string => `
global
  maxconn 100
defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 300ms
  timeout queue 300ms
  retries 0
userlist members
  user ann insecure-password secret
frontend api
  bind 127.0.0.1:${port}
  stick-table type ip size 1k expire 60s store http_req_rate(60s)
  http-request auth realm members if { path_beg /private } !{ http_auth(members) }
  http-request deny deny_status 403 if { path_beg /denied }
  http-request track-sc0 src if { path_beg /limited }
  http-request deny deny_status 429 if { path_beg /limited } { sc_http_req_rate(0) gt 1 }
  http-request deny deny_status 405 if { path_beg /read } !{ method GET }
  http-request redirect location /fine code 302 if { path_beg /moved }
  http-request return status 200 content-type application/json string "{\\"ok\\":true}" if { path_beg /fine }
${Object.keys(backends)
  .map((name) => `  use_backend ${name} if { path_beg /${name} }`)
  .join('\n')}
  default_backend nobody
backend nobody
${Object.entries(backends)
  .map(([name, to]) => `backend ${name}\n  server ${name} 127.0.0.1:${to}`)
  .join('\n')}
`;
