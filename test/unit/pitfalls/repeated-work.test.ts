import { holdsPitfalls, noDelay, post } from './table';

// Where what repeats a request is no loop: a function around it, a decorator, Ruby's `retry`.

holdsPitfalls(
  'typescript',
  [
    {
      ids: [post],
      left: [post],
      source: `import pRetry from 'p-retry';
export const pay = (body: string) =>
  pRetry(() => fetch('https://api.example.com/v1/payments', { method: 'POST', body }), { retries: 3 });
`,
    },
    {
      ids: [post],
      left: [post],
      source: `import axios from 'axios';
import retry from 'async-retry';
export const pay = (order: object) => retry(async () => (await axios.post('/v1/payments', order)).data);
`,
    },
  ],
  [
    `import pRetry from 'p-retry';
export const load = () => pRetry(() => fetch('https://api.example.com/v1/payments'), { retries: 3 });
`,
    `import pRetry from 'p-retry';
export const pay = (body: string) => pRetry(() => fetch('/v1/payments', { method: 'POST', body }), { retries: 0 });
`,
    `import pRetry from 'p-retry';
const key = crypto.randomUUID();
export const pay = (body: string) =>
  pRetry(() => fetch('/v1/payments', { method: 'POST', body, headers: { 'Idempotency-Key': key } }));
`,
    `export const pay = (body: string) => retryQueue.add(() => fetch('/v1/payments', { method: 'POST', body }));\n`,
    `export const pay = (body: string) => withRetryOn401(() => fetch('/v1/payments', { method: 'POST', body }));\n`,
    `import pRetry from 'p-retry';
const token = () => pRetry(() => fetch('/oauth/token', { method: 'POST' }));
`,
    `const entry = retrieve(() => fetch('/v1/payments', { method: 'POST' }));\n`,
  ],
);

holdsPitfalls(
  'python',
  [
    {
      ids: [post],
      left: [post],
      source: `import requests
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def pay(order):
    return requests.post("https://api.example.com/v1/payments", json=order, timeout=5)
`,
    },
    {
      ids: [post],
      left: [post],
      source: `import backoff
import httpx

@backoff.on_exception(backoff.expo, httpx.HTTPError, max_tries=5)
def pay(order):
    return httpx.post("https://api.example.com/v1/payments", json=order)
`,
    },
  ],
  [
    `import requests
from tenacity import retry, retry_if_exception_type

@retry(retry=retry_if_exception_type(requests.ConnectTimeout))
def pay(order):
    return requests.post("https://api.example.com/v1/payments", json=order, timeout=5)
`,
    `import requests
from tenacity import retry

@retry
def load():
    return requests.get("https://api.example.com/v1/payments", timeout=5)

def pay(order):
    return requests.post("https://api.example.com/v1/payments", json=order, timeout=5)
`,
    `import requests
from tenacity import retry

@retry
def search(words):
    return requests.post("https://api.example.com/v1/search", json=words, timeout=5)
`,
  ],
);

const ruby = (body: string): string => `require 'net/http'\n\n${body}\n`;

holdsPitfalls(
  'ruby',
  [
    {
      ids: [noDelay],
      source: ruby(
        'def load(uri)\n  attempts = 0\n  begin\n    Net::HTTP.get_response(uri)\n  rescue Net::OpenTimeout\n    attempts += 1\n    retry if attempts < 3\n    raise\n  end\nend',
      ),
      fixed: ruby(
        'def load(uri)\n  attempts = 0\n  begin\n    Net::HTTP.get_response(uri)\n  rescue Net::OpenTimeout\n    attempts += 1\n    if attempts < 3\n      sleep(rand * [20, 0.5 * 2**attempts].min)\n      retry\n    end\n    raise\n  end\nend',
      ),
    },
    {
      ids: [noDelay],
      source: ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nrescue Errno::ECONNRESET\n  retry\nend'),
      fixed: ruby(
        'def load(uri)\n  Net::HTTP.get_response(uri)\nrescue Errno::ECONNRESET\n  sleep(0.5 + rand)\n  retry\nend',
      ),
    },
    {
      ids: [noDelay, post],
      left: [post],
      source: ruby(
        'def pay(uri, order, tries = 3)\n  Net::HTTP.post(uri, order)\nrescue Net::ReadTimeout\n  retry unless (tries -= 1).zero?\n  raise\nend',
      ),
    },
  ],
  [
    ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nrescue Errno::ECONNRESET\n  sleep 1\n  retry\nend'),
    ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nrescue Unauthorized\n  log_in_again\n  retry\nend'),
    ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nrescue SocketError\n  nil\nend'),
    ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nrescue SocketError\n  uri.retry(1)\nend'),
    ruby('def load(path)\n  File.read(path)\nrescue Errno::EINTR\n  retry\nend'),
  ],
);
