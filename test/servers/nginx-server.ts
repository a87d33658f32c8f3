import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../unit/http/certificates';
import { startBareServer } from '../unit/http/servers';
import { freePorts } from './programs/start-program';

export interface Nginx {
  readonly origin: string;
  readonly tlsPort: number;
  accessLog(): string;
  errorLog(): string;
  close(): Promise<void>;
}

/** The nginx of this machine, or nothing. */
export const nginxPath = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(
  (path) => existsSync(path),
);

/** Starts nginx on a free port of loopback with places that fail in the ways a real deployment does. */
export async function startNginx(path: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const [port = 0, tlsPort = 0, deadPort = 0] = await freePorts(3);
  const silent = await startBareServer((socket) => socket.resume());
  const { key, cert } = await makeCertificate({});
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), cert);
  mkdirSync(join(folder, 'html'));
  writeFileSync(join(folder, 'html', 'index.html'), 'ok');
  writeFileSync(join(folder, 'passwords'), 'ann:{PLAIN}secret\n');
  writeFileSync(
    join(folder, 'nginx.conf'),
    configuration(folder, { port, tlsPort, deadPort, silentPort: silent.port }),
  );
  const child = spawn(
    path,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  await listening(folder, child);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    origin: `http://127.0.0.1:${port}`,
    tlsPort,
    accessLog: () => read('access.log'),
    errorLog: () => read('error.log'),
    async close() {
      child.kill('SIGQUIT');
      await Promise.all([ended, silent.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ports = Record<'port' | 'tlsPort' | 'deadPort' | 'silentPort', number>;

const configuration = (folder: string, { port, tlsPort, deadPort, silentPort }: Ports): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
events {}
http {
  access_log ${folder}/access.log combined;
  error_log ${folder}/error.log info;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  limit_req_zone $binary_remote_addr zone=one:1m rate=1r/m;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/html;
    client_max_body_size 1k;
    location / {}
    location /status/404 { return 200 "fine"; }
    location /private { auth_basic "members"; auth_basic_user_file ${folder}/passwords; }
    location /limited { limit_req zone=one; limit_req_status 429; try_files /index.html =404; }
    location /upload { proxy_pass http://127.0.0.1:${deadPort}; }
    location /dead { proxy_pass http://127.0.0.1:${deadPort}; }
    location /silent { proxy_pass http://127.0.0.1:${silentPort}; proxy_read_timeout 200ms; }
    location /denied { deny all; }
    location /old { return 301 /status/404; }
    location /kept { return 308 /status/404; }
    location /elsewhere { return 302 http://localhost:${port}/status/404; }
    location /secure { return 301 https://localhost:${tlsPort}/; }
    location /loop { return 302 /loop; }
    location = /folder { return 301 /folder/; }
    location = /folder/ { default_type application/json; return 200 '{"data":[]}'; }
    location /json { default_type application/json; return 200 '{"id":7}'; }
    location /plain-html { default_type text/html; return 200 '<!doctype html><title>Sign in</title>'; }
    location /api-error { default_type application/json; return 400 '{"error":{"code":"BAD_SKU","message":"sku is unknown"}}'; }
  }
  server {
    listen 127.0.0.1:${tlsPort} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    return 200 "fine";
  }
}
`;

/** nginx writes its pid once it listens. */
function listening(folder: string, child: ChildProcess): Promise<void> {
  return new Promise((settle, reject) => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(folder, 'nginx.pid'))) return;
      watcher.close();
      settle();
    });
    child.once('exit', (code) => {
      watcher.close();
      reject(new Error(`nginx ended with ${code} before it listened.`));
    });
  });
}

/** The version, as the suite's title names it. */
export const nginxVersion = (path: string): string =>
  /nginx\/([\d.]+)/.exec(spawnSync(path, ['-v'], { encoding: 'utf8' }).stderr)?.[1] ?? '';
