import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { snippetKinds } from '../../../src/core/snippets/snippet-catalog';
import { apply } from './workbench';

/** Where a client is made: the file with the cursor there, and how the line reads with a retry and with a refresh. */
const cases: [languageId: string, source: string, retry: string, refresh: string][] = [
  [
    'typescript',
    `import got from 'got';\n\nexport const api = got.‸extend({ prefixUrl: 'https://a.example' });\n`,
    `export const api = got.extend({ prefixUrl: 'https://a.example' }).extend(retryingGot);`,
    `export const api = got.extend({ prefixUrl: 'https://a.example' }).extend(refreshingGot);`,
  ],
  [
    'javascript',
    `import ky from 'ky';\n\nclass A {\n  api = ky.‸create({ prefixUrl: 'https://a.example' });\n}\n`,
    `  api = ky.create({ prefixUrl: 'https://a.example' }).extend(retrying);`,
    `  api = ky.create({ prefixUrl: 'https://a.example' }).extend(refreshing);`,
  ],
  [
    'typescript',
    `import axios from 'axios';\n\nexport const api = axios.‸create({ baseURL: 'https://a.example' });\n`,
    `export const api = axios.create({ baseURL: 'https://a.example', adapter: retrying() });`,
    `export const api = axios.create({ baseURL: 'https://a.example', adapter: refreshing() });`,
  ],
  [
    'python',
    `import requests\n\nsession = requests.‸Session()\n`,
    `session = with_retry(requests.Session())`,
    `session = with_token_refresh(requests.Session())`,
  ],
  [
    'java',
    `import okhttp3.OkHttpClient;\n\nclass A {\n  final OkHttpClient client = new ‸OkHttpClient();\n}\n`,
    `  final OkHttpClient client = RetryInterceptor.around(new OkHttpClient());`,
    `  final OkHttpClient client = TokenRefreshInterceptor.around(new OkHttpClient());`,
  ],
  [
    'java',
    `import okhttp3.OkHttpClient;\n\nclass A {\n  final OkHttpClient client = new ‸OkHttpClient.Builder().build();\n}\n`,
    `  final OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new RetryInterceptor()).build();`,
    `  final OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new TokenRefreshInterceptor()).build();`,
  ],
  [
    'csharp',
    `using System.Net.Http;\n\nclass A {\n    readonly HttpClient client = new ‸HttpClient();\n}\n`,
    `    readonly HttpClient client = new HttpClient().WithRetry();`,
    `    readonly HttpClient client = new HttpClient().WithTokenRefresh();`,
  ],
  [
    'php',
    `<?php\n\nuse GuzzleHttp\\Client;\n\n$client = new ‸Client(['timeout' => 5]);\n`,
    `$client = withRetry(new Client(['timeout' => 5]));`,
    `$client = withTokenRefresh(new Client(['timeout' => 5]));`,
  ],
  [
    'ruby',
    `require 'faraday'\n\nconnection = Faraday.‸new('https://a.example')\n`,
    `connection = with_retry(Faraday.new('https://a.example'))`,
    `connection = with_token_refresh(Faraday.new('https://a.example'))`,
  ],
];

describe('Where a client is made', () => {
  for (const [languageId, source, ...lines] of cases) {
    for (const [index, kind] of snippetKinds.entries()) {
      const line = lines[index] ?? '';
      it(`${languageId}, ${kind}: ${line.trim()}`, async () => {
        const after = (await apply(kind, source, languageId)) ?? '';
        assert.ok(after.split('\n').includes(line), after);
        const called = source.split('\n').find((text) => text.includes('‸')) ?? '';
        const at = called.slice(called.indexOf('‸') + 1, called.indexOf('‸') + 5);
        const again = after.replace(line, line.replace(at, `${at.slice(0, 1)}‸${at.slice(1)}`));
        assert.equal(await apply(kind, again, languageId), undefined);
      });
    }
  }
});
