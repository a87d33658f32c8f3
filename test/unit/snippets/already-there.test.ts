import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { offersAt } from './workbench';

/** Programs whose call is repeated already, in styles of their own, by language; the cursor is on the call. */
const repeating: Record<string, Record<string, string>> = {
  typescript: {
    'p-retry around it': `import pRetry from 'p-retry';
export const load = () => pRetry(() => ‸fetch('/a'), { retries: 3 });`,
    'p-retry around a function of its own': `import pRetry, { AbortError } from 'p-retry';
const run = async () => {
  const response = await ‸fetch('/a');
  if (response.status === 404) throw new AbortError(response.statusText);
  return response.json();
};
export const load = () => pRetry(run, { retries: 5 });`,
    'async-retry': `import retry from 'async-retry';
export const load = () => retry(async (bail) => {
  const response = await ‸fetch('/a');
  if (response.status === 403) bail(new Error('no'));
  return response.text();
}, { retries: 5 });`,
    'exponential-backoff': `import { backOff } from 'exponential-backoff';
export const load = () => backOff(() => ‸fetch('/a'));`,
    cockatiel: `import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
const policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });
export const load = () => policy.execute(() => ‸fetch('/a'));`,
    'fetch-retry over fetch': `import fetchRetry from 'fetch-retry';
const fetch = fetchRetry(globalThis.fetch);
export const load = () => ‸fetch('/a');`,
    'axios-retry on the module': `import axios from 'axios';
import axiosRetry from 'axios-retry';
axiosRetry(axios, { retries: 3 });
export const load = () => axios.‸get('/a');`,
    'axios-retry on an instance': `import axios from 'axios';
import axiosRetry from 'axios-retry';
const api = axios.create({ baseURL: '/' });
axiosRetry(api, { retries: 3 });
export const load = () => api.‸get('/a');`,
    'an interceptor that sends again': `import axios from 'axios';
const api = axios.create({ baseURL: '/' });
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 503 && error.config.retryCount < 3) {
    error.config.retryCount += 1;
    return api.request(error.config);
  }
  throw error;
});
export const load = () => api.‸get('/a');`,
    "got's own options": `import got from 'got';
export const load = () => got‸('https://a.example', { retry: { limit: 5, methods: ['GET'] } });`,
    "got's own options, for an instance": `import got from 'got';
const api = got.extend({ prefixUrl: 'https://a.example', retry: { limit: 5 } });
export const load = () => api.‸get('a');`,
    "ky's own options, for an instance": `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://a.example', retry: { limit: 5 } });
export const load = () => api.‸get('a').json();`,
    "undici's RetryAgent": `import { Agent, RetryAgent, request } from 'undici';
const dispatcher = new RetryAgent(new Agent(), { maxRetries: 3 });
export const load = () => request‸('https://a.example', { dispatcher });`,
    'a loop with attempts': `export async function load(url: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      return await ‸fetch(url);
    } catch (error) {
      if (attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
    }
  }
  throw new Error('never');
}`,
    'a while loop with a counter': `async function load(url: string) {
  let tries = 0;
  while (true) {
    const response = await ‸fetch(url);
    if (response.ok || ++tries >= 5) return response;
    await new Promise((resolve) => setTimeout(resolve, 1000 * tries));
  }
}`,
    'a function that calls itself again': `async function load(url: string, retries = 3): Promise<Response> {
  try {
    return await ‸fetch(url);
  } catch (error) {
    if (retries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return load(url, retries - 1);
  }
}`,
    'a decorator': `class Api {
  @Retryable({ maxAttempts: 3, backOff: 500 })
  async load() {
    return ‸fetch('/a');
  }
}`,
    'retry of RxJS': `import { defer, retry } from 'rxjs';
export const load = () => defer(() => ‸fetch('/a')).pipe(retry({ count: 3, delay: 500 }));`,
    "React Query's retry": `import { useQuery } from '@tanstack/react-query';
export const useOrders = () => useQuery({ queryKey: ['a'], retry: 3, queryFn: () => ‸fetch('/a').then((r) => r.json()) });`,
  },
  python: {
    'tenacity, a decorator': `import requests
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def load():
    return requests.‸get("/a")
`,
    'tenacity, with its module': `import requests
import tenacity

@tenacity.retry(wait=tenacity.wait_random_exponential())
def load():
    return requests.‸get("/a")
`,
    'tenacity, a loop': `import requests
from tenacity import Retrying, stop_after_attempt

def load():
    for attempt in Retrying(stop=stop_after_attempt(3)):
        with attempt:
            return requests.‸get("/a")
`,
    'tenacity, a loop that awaits': `import httpx
from tenacity import AsyncRetrying, stop_after_attempt

async def load(client: httpx.AsyncClient):
    async for attempt in AsyncRetrying(stop=stop_after_attempt(3)):
        with attempt:
            return await client.‸get("/a")
`,
    'tenacity, called': `import requests
from tenacity import Retrying, stop_after_attempt

retryer = Retrying(stop=stop_after_attempt(3))

def load():
    return retryer(lambda: requests.‸get("/a"))
`,
    'backoff, a decorator': `import backoff
import requests

@backoff.on_exception(backoff.expo, requests.RequestException, max_tries=5)
def load():
    return requests.‸get("/a")
`,
    'stamina, a decorator': `import httpx
import stamina

@stamina.retry(on=httpx.HTTPError, attempts=3)
def load():
    return httpx.‸get("/a")
`,
    'retrying, a decorator': `import requests
from retrying import retry

@retry(stop_max_attempt_number=3)
def load():
    return requests.‸get("/a")
`,
    'a task of Celery': `import requests
from celery import shared_task

@shared_task(autoretry_for=(requests.RequestException,), retry_backoff=True)
def load():
    return requests.‸get("/a")
`,
    'urllib3 Retry on an adapter': `import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

session = requests.Session()
session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=0.5)))
session.‸get("/a")
`,
    'an adapter of its own name': `import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

retries = Retry(total=5, backoff_factor=0.5)
adapter = HTTPAdapter(max_retries=retries)

class Api:
    def __init__(self):
        self.session = requests.Session()
        self.session.mount("https://", adapter)

    def load(self):
        return self.session.‸get("/a")
`,
    'a session that a function makes': `import requests
from requests.adapters import HTTPAdapter, Retry

def make_session():
    s = requests.Session()
    s.mount("https://", HTTPAdapter(max_retries=Retry(total=3)))
    return s.‸get("/a")
`,
    "httpx's transport": `import httpx

client = httpx.Client(transport=httpx.HTTPTransport(retries=3))
client.‸get("/a")
`,
    'httpx-retries': `import httpx
from httpx_retries import RetryTransport

with httpx.Client(transport=RetryTransport()) as client:
    client.‸get("/a")
`,
    aiohttp_retry: `from aiohttp_retry import RetryClient, ExponentialRetry

async def load(session):
    client = RetryClient(client_session=session, retry_options=ExponentialRetry(attempts=3))
    async with client.‸get("/a") as response:
        return await response.json()
`,
    'a loop with attempts': `import time
import requests

def load(url):
    for attempt in range(5):
        try:
            return requests.‸get(url, timeout=5)
        except requests.ConnectionError:
            if attempt == 4:
                raise
            time.sleep(2 ** attempt)
`,
    'a while loop with a counter': `import time
import requests

def load(url):
    tries = 0
    while tries < 3:
        response = requests.‸get(url)
        if response.status_code < 500:
            return response
        tries += 1
        time.sleep(tries)
    return response
`,
  },
  go: {
    'a loop with attempts': `package a

import (
	"net/http"
	"time"
)

func load(url string) (resp *http.Response, err error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err = http.‸Get(url)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second << attempt)
	}
	return resp, err
}
`,
    'cenkalti/backoff': `package a

import (
	"net/http"

	"github.com/cenkalti/backoff/v4"
)

func load(url string) (resp *http.Response, err error) {
	err = backoff.Retry(func() error {
		resp, err = http.‸Get(url)
		return err
	}, backoff.NewExponentialBackOff())
	return
}
`,
    'cenkalti/backoff, an operation of its own name': `package a

import (
	"net/http"

	"github.com/cenkalti/backoff/v4"
)

func load(url string) (resp *http.Response, err error) {
	operation := func() error {
		resp, err = http.‸Get(url)
		return err
	}
	err = backoff.Retry(operation, backoff.NewExponentialBackOff())
	return
}
`,
    'avast/retry-go': `package a

import (
	"net/http"

	"github.com/avast/retry-go/v4"
)

func load(url string) (resp *http.Response, err error) {
	err = retry.Do(func() error {
		resp, err = http.‸Get(url)
		return err
	})
	return
}
`,
    'go-retryablehttp': `package a

import "github.com/hashicorp/go-retryablehttp"

func load(url string) error {
	client := retryablehttp.NewClient()
	_, err := client.‸Get(url)
	return err
}
`,
    'the standard client of go-retryablehttp': `package a

import (
	"net/http"

	"github.com/hashicorp/go-retryablehttp"
)

var client *http.Client = retryablehttp.NewClient().StandardClient()

func load(url string) (*http.Response, error) {
	return client.‸Get(url)
}
`,
    'a transport of its own': `package a

import "net/http"

var client = &http.Client{Transport: &retryTransport{base: http.DefaultTransport}}

func load(url string) (*http.Response, error) {
	return client.‸Get(url)
}
`,
  },
  java: {
    'Resilience4j, an annotation': `import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();

  @Retry(name = "orders", fallbackMethod = "none")
  String load(HttpRequest request) throws Exception {
    return client.‸send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
`,
    'Resilience4j, by its functions': `import io.github.resilience4j.retry.Retry;
import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();
  Retry retry = Retry.ofDefaults("orders");

  String load(HttpRequest request) throws Exception {
    return retry.executeCallable(() -> client.‸send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
`,
    'Spring Retry, an annotation': `import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();

  @Retryable(maxAttempts = 3)
  String load(HttpRequest request) throws Exception {
    return client.‸send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
`,
    'Spring Retry, a template': `import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();

  String load(HttpRequest request) throws Exception {
    return retryTemplate.execute(context -> client.‸send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
`,
    Failsafe: `import dev.failsafe.*;
import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();
  RetryPolicy<Object> policy = RetryPolicy.ofDefaults();

  String load(HttpRequest request) {
    return Failsafe.with(policy).get(() -> client.‸send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
`,
    'a loop with attempts': `import java.net.http.*;

class Orders {
  HttpClient client = HttpClient.newHttpClient();

  HttpResponse<String> load(HttpRequest request) throws Exception {
    for (int attempt = 0; ; attempt++) {
      HttpResponse<String> response = client.‸send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() < 500 || attempt == 4) return response;
      Thread.sleep(500L << attempt);
    }
  }
}
`,
    'OkHttp with an interceptor of its own': `import okhttp3.*;

class Orders {
  OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new RetryInterceptor(3)).build();

  Response load(Request request) throws Exception {
    return client.‸newCall(request).execute();
  }
}
`,
    'MicroProfile, an annotation': `import okhttp3.*;

class Orders {
  OkHttpClient client = new OkHttpClient();

  @org.eclipse.microprofile.faulttolerance.Retry(maxRetries = 3)
  Response load(Request request) throws Exception {
    return client.‸newCall(request).execute();
  }
}
`,
  },
  csharp: {
    'Polly around it': `using System.Net.Http;
using Polly;

class Orders {
    readonly HttpClient client = new HttpClient();

    Task<HttpResponseMessage> Load() =>
        Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(() => client.‸GetAsync("/a"));
}
`,
    'a policy of its own name': `using System.Net.Http;
using Polly;

class Orders {
    readonly HttpClient client = new HttpClient();
    readonly IAsyncPolicy retryPolicy = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

    Task<HttpResponseMessage> Load() => retryPolicy.ExecuteAsync(() => client.‸GetAsync("/a"));
}
`,
    'a pipeline of Polly 8': `using System.Net.Http;
using Polly;
using Polly.Retry;

class Orders {
    readonly HttpClient client = new HttpClient();
    readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

    async Task Load() {
        await pipeline.ExecuteAsync(async token => await client.‸GetAsync("/a", token));
    }
}
`,
    "Polly's handler": `using System.Net.Http;
using Microsoft.Extensions.Http;

class Orders {
    readonly HttpClient client = new HttpClient(new PolicyHttpMessageHandler(policy) { InnerHandler = new HttpClientHandler() });

    Task<HttpResponseMessage> Load() => client.‸GetAsync("/a");
}
`,
    'a resilience handler': `using System.Net.Http;
using Microsoft.Extensions.Http.Resilience;

class Orders {
    readonly HttpClient client = new HttpClient(new ResilienceHandler(pipeline) { InnerHandler = new SocketsHttpHandler() });

    Task<HttpResponseMessage> Load() => client.‸GetAsync("/a");
}
`,
    'a loop with attempts': `using System.Net.Http;

class Orders {
    readonly HttpClient client = new HttpClient();

    async Task<HttpResponseMessage> Load() {
        for (var attempt = 1; ; attempt++) {
            try {
                return await client.‸GetAsync("/a");
            } catch (HttpRequestException) when (attempt < 3) {
                await Task.Delay(attempt * 1000);
            }
        }
    }
}
`,
  },
  ruby: {
    'rescue and retry': `require 'net/http'

def load(uri)
  attempts = 0
  begin
    Net::HTTP.‸get_response(uri)
  rescue Net::OpenTimeout
    attempts += 1
    raise if attempts > 3
    sleep 2**attempts
    retry
  end
end
`,
    'rescue and retry of a method': `require 'net/http'

def load(uri, attempts = 3)
  Net::HTTP.‸get_response(uri)
rescue Errno::ECONNRESET
  sleep 1
  retry if (attempts -= 1).positive?
  raise
end
`,
    retriable: `require 'net/http'
require 'retriable'

def load(uri)
  Retriable.retriable(tries: 3) { Net::HTTP.‸get_response(uri) }
end
`,
    with_retries: `require 'net/http'

def load(uri)
  with_retries(max_tries: 3) do
    Net::HTTP.‸get_response(uri)
  end
end
`,
    "Faraday's middleware": `require 'faraday'
require 'faraday/retry'

connection = Faraday.new('https://a.example') do |f|
  f.request :retry, max: 3, interval: 0.5
end
connection.‸get('/a')
`,
    "Faraday's middleware, in a method": `require 'faraday'

class Orders
  def connection
    @connection ||= Faraday.new(url: 'https://a.example') do |f|
      f.request :json
      f.request :retry, max: 3
      f.adapter :net_http
    end
  end

  def load
    connection.‸get('/a')
  end
end
`,
    '3.times': `require 'net/http'

def load(uri)
  3.times do |attempt|
    response = Net::HTTP.‸get_response(uri)
    return response if response.is_a?(Net::HTTPSuccess)
    sleep 2**attempt
  end
end
`,
  },
  php: {
    "Guzzle's middleware": `<?php
use GuzzleHttp\\Client;
use GuzzleHttp\\HandlerStack;
use GuzzleHttp\\Middleware;

$stack = HandlerStack::create();
$stack->push(Middleware::retry($decider, $delay));
$client = new Client(['handler' => $stack]);
$client->‸get('/a');
`,
    guzzle_retry_middleware: `<?php
use Caseyamcl\\GuzzleRetry\\GuzzleRetryMiddleware;
use GuzzleHttp\\Client;
use GuzzleHttp\\HandlerStack;

$stack = HandlerStack::create();
$stack->push(GuzzleRetryMiddleware::factory());
$client = new Client(['handler' => $stack]);
$client->‸get('/a');
`,
    'a loop with attempts': `<?php
function load(string $url)
{
    $handle = curl_init($url);
    for ($attempt = 1; $attempt <= 3; $attempt++) {
        $body = curl_exec‸($handle);
        if ($body !== false) {
            return $body;
        }
        sleep($attempt);
    }
    return false;
}
`,
    'a do loop': `<?php
function load($client)
{
    $client = new \\GuzzleHttp\\Client();
    $tries = 0;
    do {
        $response = $client->‸get('/a');
        usleep(100000 * $tries);
    } while ($response->getStatusCode() >= 500 && ++$tries < 3);
    return $response;
}
`,
    "Laravel's retry": `<?php
function load(\\GuzzleHttp\\Client $client)
{
    return retry(3, fn () => $client->‸get('/a'), 100);
}
`,
  },
  rust: {
    backon: `use backon::{ExponentialBuilder, Retryable};

async fn load(client: &reqwest::Client) -> reqwest::Result<reqwest::Response> {
    (|| async { client.get("https://a.example").‸send().await }).retry(ExponentialBuilder::default()).await
}
`,
    backoff: `async fn load(client: &reqwest::Client) -> Result<reqwest::Response, reqwest::Error> {
    backoff::future::retry(backoff::ExponentialBackoff::default(), || async {
        Ok(client.get("https://a.example").‸send().await?)
    })
    .await
}
`,
    'tokio-retry': `use tokio_retry::Retry;

async fn load(client: &reqwest::Client) -> Result<reqwest::Response, reqwest::Error> {
    Retry::spawn(strategy(), || client.get("https://a.example").‸send()).await
}
`,
    'reqwest-middleware': `use reqwest_middleware::ClientBuilder;
use reqwest_retry::RetryTransientMiddleware;

async fn load() -> anyhow::Result<reqwest::Response> {
    let client = ClientBuilder::new(reqwest::Client::new()).with(RetryTransientMiddleware::new_with_policy(policy())).build();
    Ok(client.get("https://a.example").‸send().await?)
}
`,
    'a loop with attempts': `use std::time::Duration;

async fn load(client: &reqwest::Client) -> reqwest::Result<reqwest::Response> {
    let mut attempt = 0;
    loop {
        match client.get("https://a.example").‸send().await {
            Err(error) if attempt == 3 => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_secs(1 << attempt)).await,
            ok => return ok,
        }
        attempt += 1;
    }
}
`,
    'a for loop': `async fn load(client: &reqwest::Client) -> Option<reqwest::Response> {
    for attempt in 0..3 {
        if let Ok(response) = client.get("https://a.example").‸send().await {
            return Some(response);
        }
        tokio::time::sleep(std::time::Duration::from_secs(attempt)).await;
    }
    None
}
`,
  },
  shellscript: {
    "curl's own": `‸curl --retry 5 --retry-max-time 60 https://a.example\n`,
    "curl's own, in a row": `‸curl -fsS --retry=3 -o out https://a.example\n`,
    'a loop with attempts': `for attempt in 1 2 3; do
  ‸curl -fsS https://a.example && break
  sleep "$attempt"
done
`,
    'an until loop': `n=0
until ‸curl -fsS https://a.example; do
  n=$((n + 1))
  [ "$n" -ge 5 ] && exit 1
  sleep 2
done
`,
    'a while loop': `attempt=0
while ! ‸curl -fsS https://a.example; do
  attempt=$((attempt + 1))
  [ $attempt -lt 5 ] || exit 1
  sleep $attempt
done
`,
    'a command that repeats': `retry --times=3 -- ‸curl -fsS https://a.example\n`,
  },
};

describe('What is repeated already is not offered to be', () => {
  for (const [languageId, programs] of Object.entries(repeating)) {
    for (const [name, program] of Object.entries(programs)) {
      it(`${languageId}: ${name}`, async () => {
        const offers = await offersAt(program, languageId);
        assert.deepEqual(
          offers.filter(({ kind }) => kind === 'retry').map((offer) => offer.title.template),
          [],
        );
      });
    }
  }
});

/** Programs that have a loop, a policy or a word like it, and repeat nothing. */
const single: Record<string, string[]> = {
  typescript: [
    `for (const id of ids) {\n  const response = await ‸fetch(\`/a/${'${id}'}\`);\n  await new Promise((done) => setTimeout(done, 100));\n}\n`,
    `let page = 1;\nwhile (true) {\n  const response = await ‸fetch('/a?page=' + page++);\n  if (!response.ok) break;\n}\n`,
    `const entry = retrieve(() => ‸fetch('/a'));\n`,
    `const policy = { name: 'x' };\napp.get('/x', async () => ‸fetch('/a'));\n`,
    `import got from 'got';\nconst api = got.extend({ retry: { limit: 0 } });\nawait got.‸get('/a');\n`,
    `function tree(node: Node, depth = 1) {\n  ‸fetch(node.url).then(() => tree(node.next, depth - 1));\n}\n`,
  ],
  python: [
    `import requests\nimport time\n\nfor order in orders:\n    try:\n        requests.‸get(order)\n    except requests.RequestException:\n        failed.append(order)\n    time.sleep(1)\n`,
    `import requests\n\nadapter = requests.adapters.HTTPAdapter(max_retries=0)\nsession = requests.Session()\nsession.mount("https://", adapter)\nsession.‸get("/a")\n`,
    `import requests\n\ndef load(entries):\n    return [requests.‸get(entry) for entry in entries]\n`,
  ],
  go: [
    `package a\n\nimport "net/http"\n\nfunc f(urls []string) {\n\tfor _, url := range urls {\n\t\thttp.‸Get(url)\n\t}\n}\n`,
    `package a\n\nimport "net/http"\n\nvar client = &http.Client{Transport: tracing(http.DefaultTransport)}\n\nfunc f(url string) { client.‸Get(url) }\n`,
  ],
  java: [
    `import okhttp3.*;\n\nclass A {\n  OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(true).build();\n\n  @Override\n  Response f(Request r) throws Exception {\n    return client.‸newCall(r).execute();\n  }\n}\n`,
  ],
  csharp: [
    `using System.Net.Http;\n\nclass A {\n    readonly HttpClient client = new HttpClient(new LoggingHandler());\n\n    [Obsolete]\n    Task F() => client.‸GetAsync("/a");\n}\n`,
  ],
  ruby: [
    `require 'net/http'\n\nuris.each do |uri|\n  Net::HTTP.‸get_response(uri)\n  sleep 1\nend\n`,
    `require 'net/http'\n\ndef load(uri)\n  Net::HTTP.‸get_response(uri)\nrescue IOError\n  nil\nend\n`,
  ],
  php: [
    `<?php\nforeach ($urls as $url) {\n    $body = curl_exec‸(curl_init($url));\n    sleep(1);\n}\n`,
    `<?php\n$stack = \\GuzzleHttp\\HandlerStack::create();\n$stack->push($logging);\n$client = new \\GuzzleHttp\\Client(['handler' => $stack]);\n$client->‸get('/a');\n`,
  ],
  rust: [
    `async fn f(client: &reqwest::Client, urls: &[&str]) -> reqwest::Result<()> {\n    for url in urls {\n        client.get(*url).‸send().await?;\n    }\n    Ok(())\n}\n`,
  ],
  shellscript: [
    `for id in $ids; do\n  ‸curl -fsS "https://a.example/$id"\n  sleep 1\ndone\n`,
    `while read -r id; do\n  ‸curl -fsS "https://a.example/$id"\ndone < ids\n`,
  ],
};

describe('What is sent once is offered to be repeated', () => {
  for (const [languageId, programs] of Object.entries(single)) {
    for (const program of programs) {
      it(`${languageId}: ${program.split('\n').join(' ')}`, async () => {
        const offers = await offersAt(program, languageId);
        const retry = offers.find(({ kind }) => kind === 'retry');
        assert.ok(retry && 'edits' in retry);
      });
    }
  }
});
