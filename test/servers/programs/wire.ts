import { send } from '../../../src/http/transport/send';
import type { OutgoingRequest } from '../../../src/http/transport/transport';
import { makeAuthority, makeCertificate } from '../../unit/http/certificates';
import { closedPort, startBareServer, startServer } from '../../unit/http/servers';
import type { Group } from '../group';

const day = 86_400_000;

/** Servers that break in the ways of the network and of TLS, not of HTTP. */
export const wire: Group = {
  name: 'wire',
  async start() {
    const answering = (bytes: string) =>
      startBareServer((socket) => socket.once('data', () => socket.end(bytes, 'latin1')));
    const page = (_request: unknown, response: { end(text: string): void }): void => response.end('fine');
    const bare = {
      silent: await startBareServer((socket) => socket.resume()),
      reset: await startBareServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
      leaving: await startBareServer((socket) => socket.once('data', () => socket.destroy())),
      garbage: await answering('SSH-2.0-OpenSSH_9.2\r\n'),
      short: await answering(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"data": [',
      ),
      half: await startBareServer((socket) =>
        socket.once('data', () =>
          socket.write(
            'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"data": [',
          ),
        ),
      ),
      plain: await startServer(page),
    };
    const authority = await makeAuthority('Example Root');
    const now = Date.now();
    const certificates = {
      selfSigned: await makeCertificate({}),
      unknownIssuer: await makeCertificate({ authority }),
      expired: await makeCertificate({ from: now - 9 * day, to: now - 3 * day }),
      early: await makeCertificate({ from: now + 3 * day, to: now + 9 * day }),
      otherName: await makeCertificate({ name: 'api.example' }),
    };
    const secure = await Promise.all(
      Object.entries(certificates).map(
        async ([name, certificate]) => [name, await startServer(page, certificate)] as const,
      ),
    );
    // Trusted for their signatures, so that only their dates and names are wrong.
    const trusted = new Map(
      secure.flatMap(([name, { port }]) =>
        name === 'selfSigned' || name === 'unknownIssuer'
          ? []
          : [[port, certificates[name as 'expired'].cert] as const],
      ),
    );
    const servers = [...Object.values(bare), ...secure.map(([, server]) => server)];
    return {
      values: {
        closed: `${await closedPort()}`,
        ...Object.fromEntries(Object.entries(bare).map(([name, { port }]) => [name, `${port}`])),
        ...Object.fromEntries(secure.map(([name, { port }]) => [name, `${port}`])),
      },
      transport: (request: OutgoingRequest, options) => {
        const ca = trusted.get(Number(new URL(request.url).port));
        return send(
          ca === undefined ? request : { ...request, clientCertificate: { ca } as object },
          options,
        );
      },
      close: async () => void (await Promise.all(servers.map((server) => server.close()))),
    };
  },
};
