import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBareServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { apache, apacheModules, apachePath, apacheUser } from '../apache';
import { freePorts, startProgram } from '../start-program';

/** Apache with the modules and rules that the labels of `apache` do not have. */
export const heldOutApache: Group = {
  name: 'held-out/apache',
  labelsFacts: false,
  missing: apache.missing,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'apache-'));
    const [port = 0, deadPort = 0] = await freePorts(2);
    const silent = await startBareServer((socket) => socket.resume());
    const leaving = await startBareServer((socket) => socket.once('data', () => socket.destroy()));
    const site = join(folder, 'site');
    for (const place of ['digest', 'inside', 'broken', 'negotiated', 'orders', 'own'])
      mkdirSync(join(site, place), { recursive: true });
    chmodSync(folder, 0o755);
    writeFileSync(join(site, 'negotiated', 'report.html.en'), '<!doctype html><title>Report</title>');
    writeFileSync(join(site, 'orders', '7.json'), '{"id":7}');
    writeFileSync(join(site, 'broken', '.htaccess'), 'NoSuchDirective on\n');
    writeFileSync(join(folder, 'digests'), 'ann:members:0f2e7f1f5a1d1d1d1d1d1d1d1d1d1d1d\n');
    const file = join(folder, 'apache.conf');
    writeFileSync(
      file,
      configuration(folder, { port, deadPort, silent: silent.port, leaving: leaving.port }),
    );
    const program = await startProgram(apachePath as string, ['-D', 'FOREGROUND', '-f', file], {
      ready: /resuming normal operations/,
    });
    return {
      values: { origin: `http://127.0.0.1:${port}` },
      async close() {
        await program.stop();
        await Promise.all([silent.close(), leaving.close()]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const loaded = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'authz_host', 'auth_digest', 'alias', 'dir', 'mime', 'negotiation', 'proxy', 'proxy_http', 'headers', 'rewrite', 'setenvif']; // prettier-ignore

const configuration = (folder: string, ports: Record<string, number>): string => `
ServerName localhost
ServerRoot ${folder}
${loaded.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
${apacheUser}
PidFile ${folder}/apache.pid
Mutex file:${folder}
ErrorLog "|/bin/cat"
LogLevel notice
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 8
Listen 127.0.0.1:${ports['port']}
TypesConfig /dev/null
AddType application/json .json
AddType text/html .html
AddLanguage en .en
DocumentRoot ${folder}/site
LimitRequestFields 20
ProxyTimeout 1
ProxyPass /silent http://127.0.0.1:${ports['silent']}/
ProxyPass /leaving http://127.0.0.1:${ports['leaving']}/
ProxyPass /api/v2 http://127.0.0.1:${ports['deadPort']}/
<Location /digest>
  AuthType Digest
  AuthName members
  AuthDigestDomain /digest
  AuthUserFile ${folder}/digests
  Require valid-user
</Location>
<Location /inside>
  Require ip 10.11.12.13
</Location>
<Location /write>
  Require method GET HEAD
</Location>
<Directory ${folder}/site>
  AllowOverride All
</Directory>
<Directory ${folder}/site/negotiated>
  Options MultiViews
</Directory>
<Location /own>
  ErrorDocument 404 "nothing of that name here"
  Require all granted
</Location>
<Location /legacy>
  ErrorDocument 403 '{"error":"forbidden_ip","error_description":"This address is not on the allow list"}'
  Require all denied
</Location>
RewriteEngine on
RewriteRule ^/teapot - [R=402,L]
RewriteRule ^/overloaded - [R=503,L]
RewriteRule ^/agents - [F]
RewriteRule ^/login$ - [R=401,L]
`;
