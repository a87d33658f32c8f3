import { once } from 'node:events';
import type { Agent, ClientRequest } from 'node:http';
import { lookup } from 'node:dns/promises';
import * as net from 'node:net';
import * as tls from 'node:tls';
import type { AgentConnectOpts } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksClient } from 'socks';
import { SocksProxyAgent } from 'socks-proxy-agent';

/**
 * The agent for one request through an `http:`, `https:` or `socks:` proxy. While the proxy is asked for the tunnel the
 * request has no socket that it could close: `gone` closes it, whatever ended the request.
 */
export function proxyAgent(proxy: string, url: URL, gone: AbortSignal): Agent {
  if (proxy.startsWith('socks')) return new ClosingSocksAgent(proxy, gone);
  const options = { signal: gone };
  return url.protocol === 'https:' ? new HttpsProxyAgent(proxy, options) : new HttpProxyAgent(proxy, options);
}

/** The library opens its socket where nobody can reach it: this one opens it itself. */
class ClosingSocksAgent extends SocksProxyAgent {
  constructor(
    proxy: string,
    private readonly gone: AbortSignal,
  ) {
    super(proxy);
  }

  override async connect(_request: ClientRequest, options: AgentConnectOpts): Promise<net.Socket> {
    const { proxy, shouldLookup, gone } = this;
    const name = options.host ?? 'localhost';
    const host = shouldLookup ? (await lookup(name)).address : name;
    const socket = net.connect({ host: proxy.host ?? '', port: proxy.port, signal: gone });
    await once(socket, 'connect');
    const destination = { host, port: Number(options.port) };
    await SocksClient.createConnection({ proxy, destination, command: 'connect', existing_socket: socket });
    if (!options.secureEndpoint) return socket;
    const { host: _host, port: _port, path: _path, ...secure } = options;
    const servername = net.isIP(name) ? {} : { servername: name };
    return tls.connect({ ...servername, ...(secure as tls.ConnectionOptions), socket });
  }
}
