import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../../unit/http/certificates';
import { startBareServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { haproxy, haproxyPath } from '../haproxy';
import { freePorts, startProgram } from '../start-program';
import { trusting } from './trusting';

/** HAProxy with the rules that the labels of `haproxy` do not have. */
export const heldOutHaproxy: Group = {
  name: 'held-out/haproxy',
  labelsFacts: false,
  missing: haproxy.missing,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
    const [port = 0, tlsPort = 0] = await freePorts(2);
    const silent = await startBareServer((socket) => socket.resume());
    const { key, cert } = await makeCertificate({});
    writeFileSync(join(folder, 'both.pem'), cert + '\n' + key);
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(file, configuration(folder, port, tlsPort, silent.port));
    const program = await startProgram(haproxyPath as string, ['-W', '-db', '-f', file], {
      ready: /Loading success/,
    });
    return {
      values: { origin: `http://127.0.0.1:${port}`, tlsPort: `${tlsPort}` },
      transport: trusting([cert]),
      async close() {
        await program.stop();
        await silent.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const configuration = (folder: string, port: number, tlsPort: number, silent: number): string => `
global
  maxconn 100
defaults
  mode http
  timeout connect 500ms
  timeout client 5s
  timeout server 5s
  timeout queue 150ms
  timeout tarpit 100ms
  retries 0
frontend api
  bind 127.0.0.1:${port}
  bind 127.0.0.1:${tlsPort} ssl crt ${folder}/both.pem
  http-request return status 429 content-type application/json string "{\\"error\\":\\"rate_limited\\",\\"retry_after\\":17}" hdr Retry-After 17 if { path_beg /rate }
  http-request return status 408 default-errorfiles if { path_beg /too-slow }
  http-request return status 200 content-type application/json string "{\\"up\\":true}" if { path_beg /up }
  http-request tarpit deny_status 500 if { path_beg /tarpit }
  http-request deny deny_status 401 if { path_beg /token } !{ req.hdr(authorization) -m found }
  http-request deny deny_status 413 if { path_beg /large }
  http-request deny deny_status 503 if { path_beg /closed }
  http-request redirect scheme https code 301 if { path_beg /secure } !{ ssl_fc }
  http-request redirect location https://localhost:${tlsPort}/up code 301 if { path_beg /to-tls }
  http-request reject if { path_beg /rejected }
  http-request return status 403 content-type text/plain lf-string "country %ci is not served" if { path_beg /country }
  use_backend disabled if { path_beg /disabled }
  use_backend full if { path_beg /full }
  default_backend nobody
backend nobody
backend disabled
  server one 127.0.0.1:${silent} disabled
backend full
  timeout server 100ms
  server one 127.0.0.1:${silent} maxconn 1
`;
