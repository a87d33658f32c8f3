import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../unit/http/certificates';
import type { Group } from '../group';
import { freePorts, startProgram } from './start-program';

export const apachePath = ['/usr/sbin/apache2', '/usr/sbin/httpd', '/opt/homebrew/bin/httpd'].find((each) =>
  existsSync(each),
);
export const apacheModules = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/opt/homebrew/lib/httpd/modules',
].find((each) => existsSync(each));

/** Apache does not run as root; where it is Debian's, it has a user. */
export const apacheUser =
  process.getuid?.() === 0 && existsSync('/var/www') ? 'User www-data\nGroup www-data' : '';

/** The Apache of this machine, with places that fail in the ways a real deployment does. */
export const apache: Group = {
  name: 'apache',
  missing: () => (apachePath && apacheModules ? undefined : 'Apache is not installed'),
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'apache-'));
    const [port, tlsPort, deadPort] = await freePorts(3);
    const site = join(folder, 'site');
    for (const place of ['', 'private', 'denied', 'small', 'list', 'reports'])
      mkdirSync(join(site, place), { recursive: true });
    // Its workers are another user.
    chmodSync(folder, 0o755);
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>It works</title>');
    writeFileSync(join(site, 'list', 'orders.json'), '[]');
    // ann:secret, as `htpasswd -s` writes it.
    writeFileSync(join(folder, 'passwords'), 'ann:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n');
    const { key, cert } = await makeCertificate({});
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'cert.pem'), cert);
    writeFileSync(
      join(folder, 'apache.conf'),
      configuration(folder, Number(port), Number(tlsPort), Number(deadPort)),
    );
    const program = await startProgram(
      apachePath as string,
      ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')],
      {
        ready: /resuming normal operations/,
      },
    );
    return {
      values: { origin: `http://127.0.0.1:${port}`, port: `${port}`, tlsPort: `${tlsPort}` },
      async close() {
        await program.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const loaded = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'auth_digest', 'alias', 'dir', 'mime', 'proxy', 'proxy_http', 'ssl', 'allowmethods', 'headers', 'rewrite', 'setenvif']; // prettier-ignore

const configuration = (folder: string, port: number, tlsPort: number, deadPort: number): string => `
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
Listen 127.0.0.1:${port}
Listen 127.0.0.1:${tlsPort}
TypesConfig /dev/null
AddType application/json .json
AddType text/html .html
DocumentRoot ${folder}/site
ProxyPass /dead http://127.0.0.1:${deadPort}/
ProxyTimeout 1
LimitRequestFieldSize 4000
LimitRequestLine 2000
<Location /private>
  AuthType Basic
  AuthName members
  AuthUserFile ${folder}/passwords
  Require valid-user
</Location>
<Location /denied>
  Require all denied
</Location>
<Location /small>
  LimitRequestBody 100
</Location>
<Location /list>
  AllowMethods GET HEAD
</Location>
Redirect 301 /old /list/orders.json
RedirectMatch 410 ^/gone
RewriteEngine on
RewriteRule ^/teapot - [R=500,L]
<VirtualHost 127.0.0.1:${tlsPort}>
  SSLEngine on
  SSLCertificateFile ${folder}/cert.pem
  SSLCertificateKeyFile ${folder}/key.pem
</VirtualHost>
`;
