import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

const stream = 'disabled: The body is a stream, which cannot be sent a second time.';
const own = 'disabled: The call has an argument {0} of its own.';

/** A file in which a call stands as it does in programs, with what the call's line becomes. */
const cases: [kind: 'retry' | 'tokenRefresh', name: string, program: string, after: string | undefined][] = [
  [
    'retry',
    'a function of the module',
    'import httpx\n\nhttpx.g‸et(u, timeout=5)\n',
    'send_with_retry("GET", u, timeout=5)',
  ],
  [
    'retry',
    'an imported function',
    'from httpx import get\n\nx = ge‸t(u)\n',
    'x = send_with_retry("GET", u)',
  ],
  [
    'retry',
    'a client in a field',
    'import httpx\n\n\nclass A:\n    def __init__(self):\n        self.http = httpx.Client()\n\n    def f(self, u):\n        return self.http.g‸et(u)\n',
    '        return send_with_retry("GET", u, send=self.http.request)',
  ],
  [
    'retry',
    'a client that is passed and kept',
    'import httpx\n\n\nclass A:\n    def __init__(self, http: httpx.AsyncClient, n: int):\n        self.n = n\n        self._http = http\n\n    async def f(self, u):\n        return await self._http.pu‸t(u, json={})\n',
    '        return await send_with_retry_async("PUT", u, json={}, send=self._http.request)',
  ],
  [
    'retry',
    'a client that a data class declares',
    'from httpx import AsyncClient\n\n\nclass A:\n    http: AsyncClient\n\n    async def f(self, u):\n        return await self.http.g‸et(u)\n',
    '        return await send_with_retry_async("GET", u, send=self.http.request)',
  ],
  [
    'retry',
    'several calls at once',
    'import httpx\n\nasync def f(a, b):\n    async with httpx.AsyncClient() as c:\n        return await asyncio.gather(c.get(a), c.g‸et(b))\n',
    '        return await asyncio.gather(c.get(a), send_with_retry_async("GET", b, send=c.request))',
  ],
  [
    'retry',
    'a client that retries by its transport',
    'import httpx\n\nc = httpx.Client(transport=RetryTransport())\nc.g‸et(u)\n',
    undefined,
  ],
  ['retry', 'a file as content', 'import httpx\n\nhttpx.p‸ut(u, content=open("a"))\n', stream],
  ['retry', 'another object', 'import httpx\n\ncache = {}\ncache.g‸et(u)\n', undefined],
  [
    'tokenRefresh',
    'a function of the module',
    'import httpx\n\nhttpx.g‸et(u)\n',
    'httpx.get(u, auth=token_auth)',
  ],
  [
    'tokenRefresh',
    'a call that retries',
    'import httpx\n\nc = httpx.Client()\nsend_with_‸retry("GET", u, send=c.request)\n',
    'send_with_retry("GET", u, send=c.request, auth=token_auth)',
  ],
  ['tokenRefresh', 'an auth of its own', 'import httpx\n\nhttpx.g‸et(u, auth=("a", "b"))\n', own],
  [
    'tokenRefresh',
    'a client with auth',
    'import httpx\n\nc = httpx.Client(auth=mine)\nc.g‸et(u)\n',
    undefined,
  ],
  [
    'retry',
    'aiohttp, with a context',
    'import aiohttp\n\nasync def f(u):\n    async with aiohttp.ClientSession() as s:\n        async with s.g‸et(u) as r:\n            return await r.json()\n',
    '        async with RetryingSession(s).get(u) as r:',
  ],
  [
    'retry',
    'aiohttp, inside of a refresh',
    'import aiohttp\n\nasync def f(s: aiohttp.ClientSession, u):\n    return await TokenSession(s).g‸et(u)\n',
    '    return await TokenSession(RetryingSession(s)).get(u)',
  ],
  [
    'tokenRefresh',
    'aiohttp, around a retry',
    'import aiohttp\n\nasync def f(s: aiohttp.ClientSession, u):\n    return await RetryingSession(s).g‸et(u)\n',
    '    return await TokenSession(RetryingSession(s)).get(u)',
  ],
  [
    'retry',
    'aiohttp, twice',
    'import aiohttp\n\nasync def f(s: aiohttp.ClientSession, u):\n    return await RetryingSession(s).g‸et(u)\n',
    undefined,
  ],
  [
    'retry',
    'a session that is made',
    'import requests\n\ns = requests.Ses‸sion()\n',
    's = with_retry(requests.Session())',
  ],
  [
    'retry',
    'a session that is made for a block',
    'from requests import Session\n\nwith Ses‸sion() as s:\n    s.get(u)\n',
    'with with_retry(Session()) as s:',
  ],
  ['retry', 'a session that retries', 'import requests\n\ns = with_retry(requests.Ses‸sion())\n', undefined],
  [
    'tokenRefresh',
    'a session that retries',
    'import requests\n\ns = with_retry(requests.Ses‸sion())\n',
    's = with_token_refresh(with_retry(requests.Session()))',
  ],
  [
    'retry',
    'a client that is made',
    'import httpx\n\nc = httpx.Cl‸ient(verify=ctx)\n',
    'c = RetryingClient(verify=ctx)',
  ],
  [
    'retry',
    'an asynchronous client that is made',
    'from httpx import AsyncClient\n\nc = Async‸Client(verify=ctx)\n',
    'c = RetryingAsyncClient(verify=ctx)',
  ],
  [
    'tokenRefresh',
    'a client that is made',
    'import httpx\n\nc = Retrying‸Client(verify=ctx)\n',
    'c = RetryingClient(verify=ctx, auth=token_auth)',
  ],
  [
    'retry',
    'urllib',
    'import urllib.request\n\nwith urllib.request.url‸open(u, timeout=5) as r:\n    pass\n',
    'with urlopen_with_retry(u, timeout=5) as r:',
  ],
  [
    'retry',
    'urllib, imported from its package',
    'from urllib import request\n\nrequest.url‸open(u)\n',
    'urlopen_with_retry(u)',
  ],
  [
    'retry',
    'urlopen by itself',
    'from urllib.request import urlopen\n\nurl‸open(u)\n',
    'urlopen_with_retry(u)',
  ],
  [
    'tokenRefresh',
    'urllib, around a retry',
    'import urllib.request\n\nurlopen_with‸_retry(u)\n',
    'urlopen_with_token(u, send=urlopen_with_retry)',
  ],
];

describe('Retry and refresh with httpx and aiohttp, and where a client is made', () => {
  for (const [kind, name, program, expected] of cases) {
    it(`${kind}: ${name}: ${expected?.trim() ?? 'not offered'}`, async () => {
      const after = await apply(kind, program, 'python');
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else {
        const line = program.split('\n').findIndex((text) => text.includes('‸'));
        const below = program.split('\n').length - line;
        assert.equal(after?.split('\n').at(-below), expected);
      }
    });
  }
});
