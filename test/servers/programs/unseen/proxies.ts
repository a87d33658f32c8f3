import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../../unit/http/certificates';
import { closedPort, startBareServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { trusting } from '../held-out/trusting';
import { freePorts, type RunningProgram, startProgram } from '../start-program';

const programs = { caddy: '/usr/bin/caddy', lighttpd: '/usr/sbin/lighttpd', varnishd: '/usr/sbin/varnishd', squid: '/usr/sbin/squid' }; // prettier-ignore

/** Caddy, lighttpd and Varnish in front of applications that are down or slow, and Squid between us and a host. */
export const unseenProxies: Group = {
  name: 'unseen/proxies',
  labelsFacts: false,
  missing: () => {
    const absent = Object.values(programs).filter((path) => spawnSync('test', ['-x', path]).status !== 0);
    return absent.length === 0 ? undefined : `${absent.join(', ')}: not installed`;
  },
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'proxies-'));
    chmodSync(folder, 0o755);
    const silent = await startBareServer((socket) => socket.resume());
    const closed = await closedPort();
    const { key, cert } = await makeCertificate({});
    const [caddy = 0, caddyTls = 0, caddyAdmin = 0, lighttpd = 0, varnish = 0, slowVarnish = 0, squid = 0] = await freePorts(7); // prettier-ignore
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    write('key.pem', key);
    write('cert.pem', cert);
    mkdirSync(join(folder, 'site', 'reports'), { recursive: true });
    write('site/prices.json', '{"prices":[1]}');
    const started: RunningProgram[] = await Promise.all([
      startProgram(programs.caddy, ['run', '--config', write('Caddyfile', caddyfile(folder, { caddy, caddyTls, caddyAdmin, closed, silent: silent.port })), '--adapter', 'caddyfile'], { ready: /serving initial configuration/, env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } }), // prettier-ignore
      startProgram(programs.lighttpd, ['-D', '-f', write('lighttpd.conf', lighttpdConf(folder, { lighttpd, closed }))], { ready: /server started/ }), // prettier-ignore
      ...[[varnish, closed] as const, [slowVarnish, silent.port] as const].map(
        ([port, to]) =>
        startProgram(programs.varnishd, ['-F', '-a', `127.0.0.1:${port}`, '-f', write(`${port}.vcl`, vcl(to)), '-n', join(folder, `varnish-${port}`), '-s', 'malloc,1m', '-j', 'none'], { ready: /Child launched OK/ }), // prettier-ignore
      ),
      startProgram(programs.squid, ['-N', '-d', '1', '-f', write('squid.conf', squidConf(folder, squid))], { ready: /Accepting HTTP Socket connections/ }), // prettier-ignore
    ]);
    const ports = { caddy, caddyTls, lighttpd, varnish, slowVarnish, squid, closed };
    return {
      values: Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `${port}`])),
      transport: trusting([cert]),
      async close() {
        await Promise.all(started.map((program) => program.stop()));
        await silent.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const caddyfile = (folder: string, ports: Record<string, number>): string => `
{
  admin 127.0.0.1:${ports['caddyAdmin']}
  auto_https off
}
http://127.0.0.1:${ports['caddy']} {
  handle_path /files/* {
    root * ${folder}/site
    file_server
  }
  handle /dead/* {
    reverse_proxy 127.0.0.1:${ports['closed']}
  }
  handle /slow/* {
    reverse_proxy 127.0.0.1:${ports['silent']} {
      transport http {
        response_header_timeout 200ms
      }
    }
  }
  redir /round/a /round/b 302
  redir /round/b /round/a 302
  redir /old/orders http://127.0.0.1:${ports['caddy']}/files/prices.json 301
  redir /account /login?next=/account 302
  handle /login {
    header Content-Type text/html
    respond "<!doctype html><html><head><title>Sign in</title></head><body><form><input type=password name=password></form></body></html>"
  }
  handle /away/* {
    header Retry-After 600
    respond "The shop is closed for maintenance" 503
  }
  handle /read/* {
    @write method POST PUT DELETE
    header @write Allow "GET, HEAD"
    respond @write 405
    respond "[]"
  }
}
https://localhost:${ports['caddyTls']} {
  bind 127.0.0.1
  tls ${folder}/cert.pem ${folder}/key.pem
  respond "fine"
}
`;

const lighttpdConf = (folder: string, ports: Record<string, number>): string => `
server.modules = ("mod_proxy", "mod_access", "mod_rewrite")
server.document-root = "${folder}/site"
server.bind = "127.0.0.1"
server.port = ${ports['lighttpd']}
server.max-request-size = 1
server.max-request-field-size = 3000
mimetype.assign = (".json" => "application/json")
url.access-deny = ("~", ".inc")
$HTTP["url"] =~ "^/app/" { proxy.server = ("" => (("host" => "127.0.0.1", "port" => ${ports['closed']}))) }
`;

const vcl = (port: number): string => `
vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${port}"; .connect_timeout = 1s; .first_byte_timeout = 0.2s; }
sub vcl_recv {
  if (req.url ~ "^/banned") { return (synth(403, "Your address was banned")); }
  if (req.method == "PURGE") { return (synth(405, "Purging is not allowed here")); }
}
`;

const squidConf = (folder: string, port: number): string => `
http_port 127.0.0.1:${port}
pid_filename ${folder}/squid.pid
cache_log stdio:/dev/stderr
access_log none
cache deny all
coredump_dir ${folder}
cache_effective_user ${userInfo().username === 'root' ? 'proxy' : userInfo().username}
visible_hostname proxy.example
dns_nameservers 127.0.0.1
dns_timeout 1 second
dns_retransmit_interval 1 second
shutdown_lifetime 0 seconds
acl forbidden dstdomain forbidden.example
acl tls_ports port 443
acl connect method CONNECT
http_access deny forbidden
http_access deny connect !tls_ports
http_access allow all
`;
