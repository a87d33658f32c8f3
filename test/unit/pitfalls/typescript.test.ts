import {
  asNumber,
  holdsPitfalls,
  key,
  noDelay,
  post,
  refresh,
  secret,
  tls,
  token,
  unchecked,
  type Wrong,
} from './table';

const helper = `
/** Seconds that \`Retry-After\` asks to wait, which it says as a number or as a date (RFC 9110 §10.2.3); 0 where it does not. */
function retryAfterSeconds(value: unknown): number {
  const text = String(value ?? '').trim();
  const seconds = /^\\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return seconds > 0 ? Math.ceil(seconds) : 0;
}
`;
const inFunction = (body: string): string =>
  `export async function load(url: string, init: RequestInit) {\n${body}\n}\n`;

const wrong: Wrong[] = [
  {
    ids: [noDelay, unchecked],
    source: inFunction(`  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const response = await fetch(url);
      return await response.json();
    } catch (error) {
      console.warn('failed', error);
    }
  }`),
    fixed: inFunction(`  for (let attempt = 0; attempt < 5; attempt++) {
    if (attempt > 0) {
      const delay = Math.random() * Math.min(20000, 500 * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    try {
      const response = await fetch(url);
      if ([408, 429, 500, 502, 503, 504].includes(response.status)) {
        throw new Error(\`HTTP \${response.status}\`);
      }
      return await response.json();
    } catch (error) {
      console.warn('failed', error);
    }
  }`),
  },
  {
    ids: [noDelay],
    source: inFunction(`\twhile (true) {
\t\ttry {
\t\t\tconst response = await fetch(url);
\t\t\tif (response.ok) return response;
\t\t} catch {}
\t}`),
    fixed: inFunction(`\tfor (let attempt = 0; ; attempt++) {
\t\tif (attempt > 0) {
\t\t\tconst delay = Math.random() * Math.min(20000, 500 * 2 ** attempt);
\t\t\tawait new Promise((resolve) => setTimeout(resolve, delay));
\t\t}
\t\ttry {
\t\t\tconst response = await fetch(url);
\t\t\tif (response.ok) return response;
\t\t} catch {}
\t}`),
  },
  {
    ids: [noDelay],
    source: inFunction(`  for (let i = 1; i <= 3; i++) {
    const response = await fetch(url)
    if (response.ok) {
      return response
    }
  }
  return undefined`),
    fixed: inFunction(`  for (let i = 1; i <= 3; i++) {
    if (i > 1) {
      const delay = Math.random() * Math.min(20000, 500 * 2 ** (i - 1))
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
    const response = await fetch(url)
    if (response.ok) {
      return response
    }
  }
  return undefined`),
  },
  {
    ids: [noDelay],
    source: inFunction(`  let retries = 0;
  while (retries < 3) {
    try {
      const response = await fetch(url, init);
      if (!response.ok) throw new Error(String(response.status));
      return response;
    } catch (error) {
      retries++;
      if (retries === 3) throw error;
    }
  }`),
  },
  {
    ids: [noDelay],
    source: `import axios from 'axios';
async function load(url: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const { data } = await axios.get(url);
      return data;
    } catch (error) {
      if (attempt === 2) throw error;
    }
  }
}
`,
  },
  {
    ids: [noDelay],
    left: [noDelay],
    source: inFunction(`  let retries = 3;
  while (retries > 0) {
    try {
      const response = await fetch(url);
      if (response.ok) return response;
    } catch (error) {
      console.error(error);
    }
    retries--;
  }`),
  },
  {
    ids: [unchecked],
    source: inFunction(`  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const answer = await fetch(url, init);
      const text = await answer.text();
      return text;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
    }
  }`),
  },
  {
    ids: [unchecked],
    left: [unchecked],
    source: inFunction(`  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await (await fetch(url)).json();
    } catch {
      await sleep(1000);
    }
  }`),
  },
  {
    ids: [post],
    source: inFunction(`  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const response = await fetch('https://api.example.com/v1/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
      });
      if (response.ok) return response.json();
    } catch (error) {
      console.error(error);
    }
    await sleep(1000 * 2 ** attempt);
  }`),
    fixed: inFunction(`  const idempotencyKey = crypto.randomUUID();
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const response = await fetch('https://api.example.com/v1/payments', {
        method: 'POST',
        headers: { 'Idempotency-Key': idempotencyKey, 'Content-Type': 'application/json' },
      });
      if (response.ok) return response.json();
    } catch (error) {
      console.error(error);
    }
    await sleep(1000 * 2 ** attempt);
  }`),
  },
  {
    ids: [post],
    source: `import axios from 'axios';
export async function pay(order: unknown) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await axios.post('https://api.example.com/v1/orders', order);
    } catch (error) {
      await delay(500 * 2 ** attempt);
    }
  }
}
`,
  },
  {
    ids: [post],
    source: `import got from 'got';
await got.post('https://api.example.com/v1/orders', { retry: { limit: 3, methods: ['GET', 'POST'] } });
`,
    fixed: `import got from 'got';
await got.post('https://api.example.com/v1/orders', { retry: { limit: 3, methods: ['GET'] } });
`,
  },
  {
    ids: [post],
    source: `import ky from 'ky';
export const api = ky.create({ retry: { methods: ['post', 'get'], limit: 2 } });
`,
    fixed: `import ky from 'ky';
export const api = ky.create({ retry: { methods: ['get'], limit: 2 } });
`,
  },
  {
    ids: [post],
    source: `import axios from 'axios';
import axiosRetry from 'axios-retry';
axiosRetry(axios, { retries: 3, retryCondition: () => true });
await axios.post('https://api.example.com/v1/orders', {});
`,
    fixed: `import axios from 'axios';
import axiosRetry from 'axios-retry';
axiosRetry(axios, { retries: 3 });
await axios.post('https://api.example.com/v1/orders', {});
`,
  },
  {
    ids: [asNumber],
    source: "const wait = Number(response.headers.get('Retry-After')) * 1000;\n",
    fixed: `const wait = retryAfterSeconds(response.headers.get('Retry-After')) * 1000;\n${helper}`,
  },
  { ids: [asNumber], source: "const seconds = parseInt(error.response.headers['retry-after'], 10) || 1;\n" },
  { ids: [asNumber], source: "const seconds = +(response.headers.get('retry-after') ?? '1');\n" },
  {
    ids: [asNumber],
    source: inFunction(`  const response = await fetch(url);
  const retryAfter = response.headers.get('Retry-After');
  if (retryAfter) await sleep(Number(retryAfter) * 1000);
  return response;`),
  },
  { ids: [asNumber], source: "const wait = Number.parseInt(res.headers['Retry-After'] ?? '5', 10);\n" },
  {
    ids: [refresh],
    source: 'const headers = { Authorization: `Bearer ${tokens.refreshToken}` };\n',
    fixed: 'const headers = { Authorization: `Bearer ${tokens.accessToken}` };\n',
  },
  {
    ids: [refresh],
    source: "const accessToken = a;\nclient.setHeader('Authorization', 'Bearer ' + refreshToken);\n",
    fixed: "const accessToken = a;\nclient.setHeader('Authorization', 'Bearer ' + accessToken);\n",
  },
  { ids: [refresh], left: [refresh], source: 'headers.Authorization = `Bearer ${refresh_token}`;\n' },
  {
    ids: [tls],
    source: 'const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });\n',
    fixed: 'const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: true });\n',
  },
  {
    ids: [tls],
    source: "import axios from 'axios';\nprocess.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\naxios.get(url);\n",
    fixed: "import axios from 'axios';\naxios.get(url);\n",
  },
  { ids: [tls], source: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;\nstart();\n" },
  { ids: [tls], source: 'options.agentOptions.rejectUnauthorized = false;\n' },
  {
    ids: [secret],
    source: `import { request } from 'node:https';\nconst githubToken = '${key}';\n`,
    fixed: `import { request } from 'node:https';\nconst githubToken = process.env.GITHUB_TOKEN ?? '';\n`,
  },
  {
    ids: [secret],
    source: `import { request } from 'node:https';\nconst headers = { Authorization: 'Bearer ${token}' };\n`,
    fixed: `import { request } from 'node:https';\nconst headers = { Authorization: 'Bearer ' + (process.env.ACCESS_TOKEN ?? '') };\n`,
  },
  { ids: [secret], left: [secret], source: `export const token = "${token}";\n` },
];

const loop = (body: string, header = 'for (let attempt = 0; attempt < 5; attempt++)'): string =>
  inFunction(`  ${header} {\n${body}\n  }`);

const right: string[] = [
  loop(`    try {
      const response = await fetch(url);
      if (response.ok) return response;
    } catch (error) {
      if (attempt === 4) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500 * 2 ** attempt));`),
  loop(`    const response = await fetch(url);
    if (response.status !== 503) return response;
    await setTimeout(1000 * 2 ** attempt);`),
  loop(`    const response = await fetch(url);
    if (response.ok) return response;
    await backoff(attempt);`),
  // Something is awaited that nobody here knows: it may be the wait.
  loop(`    try {
      const response = await fetch(url);
      if (response.ok) return response;
    } catch (error) {
      await this.handle(error, attempt);
    }`),
  // The token is renewed between the two attempts.
  loop(
    `    const response = await fetch(url, { headers: { Authorization: \`Bearer \${accessToken}\` } });
    if (response.status !== 401) return response;
    accessToken = await renew();`,
    'for (let attempt = 0; attempt < 2; attempt++)',
  ),
  // Pages.
  inFunction(`  let next: string | undefined = url;
  while (next) {
    const response = await fetch(next);
    if (!response.ok) throw new Error(String(response.status));
    const page = await response.json();
    next = page.next;
  }`),
  loop(
    `    const response = await fetch(\`\${url}?page=\${page}\`);
    if (!response.ok) break;
    all.push(...(await response.json()));`,
    'for (let page = 1; page < 100; page++)',
  ),
  inFunction(`  let cursor = '';
  while (true) {
    const response = await fetch(url + cursor);
    const body = await response.json();
    if (!body.cursor) break;
    cursor = body.cursor;
  }`),
  // Items and mirrors.
  inFunction(`  for (const id of ids) {
    try {
      const response = await fetch(url + id);
      if (response.ok) results.push(await response.json());
    } catch (error) {
      console.error(error);
    }
  }`),
  loop(
    `    try {
      const response = await fetch(mirrors[i]);
      if (response.ok) return response;
    } catch {
      continue;
    }`,
    'for (let i = 0; i < mirrors.length; i++)',
  ),
  inFunction(`  for (const mirror of mirrors) {
    try {
      return await fetch(mirror);
    } catch {}
  }`),
  // Each failure leaves.
  loop(`    try {
      const response = await fetch(url);
      if (response.ok) return response;
      return undefined;
    } catch (error) {
      throw new Error('failed', { cause: error });
    }`),
  // The answer goes to whoever asked: the status is looked at there.
  loop(`    try {
      return await fetch(url, init);
    } catch (error) {
      await sleep(1000);
    }`),
  loop(`    try {
      const response = await fetch(url);
      check(response);
      return await response.json();
    } catch (error) {
      await sleep(1000);
    }`),
  loop(`    try {
      const { ok, status } = await fetch(url);
      if (!ok) throw new Error(String(status));
      return;
    } catch (error) {
      await sleep(1000);
    }`),
  loop(`    const response = await fetch(url, { method: 'PUT', body });
    if (response.ok) return response;
    await sleep(1000);`),
  loop(`    const response = await fetch(url, { method: 'POST', body, headers: { 'Idempotency-Key': key } });
    if (response.ok) return response;
    await sleep(1000);`),
  loop(`    const response = await fetch('https://api.example.com/oauth/token', { method: 'POST', body });
    if (response.ok) return response;
    await sleep(1000);`),
  // A 429 says that nothing was done.
  loop(`    const response = await fetch('https://api.example.com/v1/orders', { method: 'POST', body });
    if (response.status !== 429) return response;
    await sleep(1000);`),
  "async function create(order: unknown) {\n  return fetch('https://api.example.com/v1/orders', { method: 'POST' });\n}\n",
  "import got from 'got';\nawait got(url, { retry: { limit: 3, methods: ['GET', 'PUT'] } });\n",
  "import ky from 'ky';\nconst cors = { methods: ['GET', 'POST'] };\nawait ky(url);\n",
  "app.use(cors({ origin: true, methods: ['GET', 'POST'] }));\n",
  "import axiosRetry from 'axios-retry';\naxiosRetry(axios, { retries: 3, retryDelay: axiosRetry.exponentialDelay });\naxios.post(url);\n",
  "import axiosRetry from 'axios-retry';\naxiosRetry(axios, { retryCondition: (e) => axiosRetry.isNetworkOrIdempotentRequestError(e) });\naxios.post(url);\n",
  // Both forms of Retry-After.
  inFunction(`  const value = (await fetch(url)).headers.get('Retry-After') ?? '';
  const seconds = Number(value);
  return Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;`),
  "const wait = (h: string) => (/^\\d+$/.test(h) ? Number(h) * 1000 : Date.parse(h) - Date.now());\nwait(r.headers.get('Retry-After'));\n",
  "const seconds = Number(process.env.RETRY_AFTER_SECONDS);\nconst name = 'Retry-After';\n",
  'const wait = Number(body.retry_after) * 1000;\n',
  "const length = Number(response.headers.get('Content-Length'));\nresponse.headers.set('Retry-After', '5');\n",
  "response.setHeader('Retry-After', String(Number(seconds)));\n",
  // The refresh token where it belongs.
  "async function refresh() {\n  return fetch('/auth/refresh', { method: 'POST', headers: { Authorization: `Bearer ${refreshToken}` } });\n}\n",
  "async function logout() {\n  return fetch('/auth/session', { headers: { Authorization: `Bearer ${refreshToken}` } });\n}\n",
  'const headers = { Authorization: `Bearer ${tokens.accessToken}` };\nconst body = { refresh_token: tokens.refreshToken };\n',
  'console.log(`Bearer of ${refreshToken}`);\n',
  // TLS.
  "const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' });\n",
  'const agent = new https.Agent({ rejectUnauthorized: true, ca });\n',
  'if (options.insecure) {\n  agentOptions.rejectUnauthorized = false;\n}\n',
  'const agent = isDev ? new https.Agent({ rejectUnauthorized: false }) : undefined;\n',
  "https.get('https://localhost:8443/health', { rejectUnauthorized: false });\n",
  'function insecureAgent() {\n  return new https.Agent({ rejectUnauthorized: false });\n}\n',
  "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';\n",
  'const insecureAgent = new https.Agent({ rejectUnauthorized: false });\n',
  // Another function reads the value where it is no number.
  inFunction(`  const field = (await fetch(url)).headers.get('Retry-After');
  const seconds = Number(field);
  return Number.isNaN(seconds) ? calculateRetryAfter(field) : seconds;`),
  // No secrets.
  "const key = 'your-api-key-here';\nconst other = '<token>';\nprocess.env.KEY;\n",
  "const key = 'sk_test_4eC39HqLyJWDarjtT1zdp7dc';\n",
  "const key = 'AKIAIOSFODNN7EXAMPLE';\n",
  "const key = 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';\n",
  "const cls = 'sk-spinner-3-bounce-delay-animation';\n",
  `// Never write const key = '${key}' here.\nconst token = process.env.TOKEN;\n`,
  `const exampleToken = '${token}';\n`,
  "const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';\n",
  "const anon = 'eyJhbGciOiJub25lIn0.not-a-token';\n",
  "const config = { apiKey: 'AIzaSyD4xK9mQ2pL7vR5tW8yB3nC6fH1jG0sEuA', authDomain: 'app.firebaseapp.com' };\n",
];

holdsPitfalls('typescript', wrong, right);
